package dev.coachwhip.testkit;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The promises of {@link ScriptEngine}, for a backend's tests to extend. */
@Timeout(60)
public abstract class ScriptEngineContract
    implements ValuesContract,
        HostValuesContract,
        GlobalsContract,
        ResultsContract,
        ErrorsContract,
        ValidationContract,
        HostFunctionsContract,
        HostFailuresContract,
        CallsContract,
        RunsContract,
        LimitsContract,
        InterruptsContract,
        OrderContract,
        ThreadsContract,
        OutputContract,
        ClosingContract,
        ArgumentsContract,
        SwapContract {

  private @Nullable ScriptEngine engine;

  /** Returns the backend's name. */
  public abstract String backend();

  @Override
  public abstract Dialect dialect();

  @Override
  public ScriptEngineBuilder builder() {
    return ScriptEngines.builder(backend());
  }

  @Override
  public final ScriptEngine engine() {
    if (engine == null) {
      engine = builder().build();
    }
    return engine;
  }

  @AfterEach
  final void closeEngine() {
    if (engine != null) {
      engine.close();
    }
  }
}
