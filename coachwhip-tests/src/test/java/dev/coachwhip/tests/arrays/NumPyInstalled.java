package dev.coachwhip.tests.arrays;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.ScriptEngine;

/** Whether the Python of this test run has NumPy. */
final class NumPyInstalled {

  private NumPyInstalled() {}

  static void assume(ScriptEngine engine) {
    assumeTrue(isTrue(engine), "this Python has no NumPy");
  }

  static boolean isTrue(ScriptEngine engine) {
    return engine
        .executeScript("import importlib.util\nimportlib.util.find_spec('numpy') is not None")
        .asBoolean();
  }
}
