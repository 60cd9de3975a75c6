package dev.coachwhip.tests.limits;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.tests.support.TestEngine;
import org.jspecify.annotations.Nullable;

/** A Python engine with limits. */
final class LimitedEngine {

  private LimitedEngine() {}

  static TestEngine with(ScriptLimits limits) {
    return new TestEngine(ScriptEngines.builder("python").limits(limits));
  }

  static TestEngine withOperations(long most) {
    return with(ScriptLimits.none().withMaxOperations(most));
  }

  /** Returns the limit that a script exceeds, null if it ends within its limits. */
  static @Nullable LimitExceededException exceeded(TestEngine python, String text) {
    return catchThrowableOfType(LimitExceededException.class, () -> python.run(text));
  }
}
