package dev.coachwhip.tests.worker;

import dev.coachwhip.Isolation;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.testkit.Dialect;
import dev.coachwhip.testkit.ScriptEngineContract;
import dev.coachwhip.tests.PythonDialect;
import org.junit.jupiter.api.Tag;

/** An engine in another process keeps the promises of every engine. */
@Tag("python")
class WorkerContractTest extends ScriptEngineContract {

  @Override
  public String backend() {
    return "python";
  }

  @Override
  public Dialect dialect() {
    return new PythonDialect();
  }

  @Override
  public ScriptEngineBuilder builder() {
    return super.builder().isolation(Isolation.PROCESS);
  }
}
