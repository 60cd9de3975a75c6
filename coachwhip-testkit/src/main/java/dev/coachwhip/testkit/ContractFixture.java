package dev.coachwhip.testkit;

import dev.coachwhip.Capability;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptValue;
import org.junit.jupiter.api.Assumptions;

/** What the parts of the contract work with. */
interface ContractFixture {

  /** Returns the engine of this test, closed after it. */
  ScriptEngine engine();

  /** Returns a builder for more engines. */
  ScriptEngineBuilder builder();

  /** Returns the language. */
  Dialect dialect();

  /** Runs statements on the test's engine. */
  default ScriptValue run(String... statements) {
    return engine().executeScript(dialect().lines(statements));
  }

  /** Skips the test if the engine lacks something. */
  default void need(Capability capability) {
    Assumptions.assumeTrue(engine().capabilities().has(capability), () -> "needs " + capability);
  }
}
