package dev.coachwhip.tests.stress;

import dev.coachwhip.ScriptEngine;

/**
 * One kind of conversion of the soak, one way.
 *
 * @param name for messages
 * @param step does it once, and leaves nothing behind that is not dropped by the next time
 */
record SoakedConversion(String name, Step step) {

  /** What is done. */
  @FunctionalInterface
  interface Step {
    void perform(ScriptEngine engine) throws Exception;
  }

  /** Does it once. */
  void perform(ScriptEngine engine) {
    try {
      step.perform(engine);
    } catch (Exception e) {
      throw new AssertionError(name, e);
    }
  }
}
