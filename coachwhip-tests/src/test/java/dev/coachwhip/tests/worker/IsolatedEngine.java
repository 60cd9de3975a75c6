package dev.coachwhip.tests.worker;

import dev.coachwhip.Isolation;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.tests.support.TestEngine;

/** Engines of these tests: Python in a process of its own. */
final class IsolatedEngine {

  private IsolatedEngine() {}

  static ScriptEngineBuilder builder() {
    return ScriptEngines.builder("python").isolation(Isolation.PROCESS);
  }

  static TestEngine create() {
    return new TestEngine(builder());
  }

  /** Returns the number of the process that runs the engine's scripts. */
  static long pid(TestEngine engine) {
    return engine.run("import os; os.getpid()").asLong();
  }
}
