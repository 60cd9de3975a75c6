package dev.coachwhip.rhai;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Supplier;

/** What calls to an engine end with that are no errors of a script. */
final class EngineErrors {

  static final String BACKEND = "rhai";

  private EngineErrors() {}

  static ScriptCancelledException cancelled(String message) {
    return new ScriptCancelledException(ErrorDetails.of(BACKEND, message));
  }

  static ScriptCancelledException closedBefore() {
    return cancelled("the engine was closed before the script began");
  }

  /**
   * Returns the error for a call that would have to wait for a run that does not stop.
   *
   * @param what runs; empty if that is not known
   */
  static BackendException stuck(String what) {
    String run = what.isEmpty() ? "a script" : what;
    return new BackendException(
        ErrorDetails.of(
            BACKEND,
            "the engine is stuck: %s was asked to stop and is in a function of Java that does not return"
                .formatted(run)));
  }

  /** Does work; a stop that comes out of it becomes the error that the caller sees. */
  static <T> T translatingStops(ScriptLimits limits, Supplier<T> work) {
    try {
      return work.get();
    } catch (StoppedException e) {
      throw stopped(e.by(), limits);
    }
  }

  private static ScriptException stopped(Stop by, ScriptLimits limits) {
    return switch (by) {
      case CANCEL -> cancelled("the script was cancelled");
      case INTERRUPT -> cancelled("the script was stopped because its thread was interrupted");
      case CLOSE -> cancelled("the script was stopped because its engine was closed");
      case WALL_TIME -> exceeded("ran longer than", "wallTime", seconds(limits.wallTime()));
      case OUTPUT ->
          exceeded("printed more than", "maxOutputBytes", limits.maxOutputBytes() + " bytes");
    };
  }

  private static ScriptException exceeded(String how, String limit, String amount) {
    String message = exceededText(how, limit, amount);
    return new LimitExceededException(limit, amount, ErrorDetails.of(BACKEND, message));
  }

  /** Returns the sentence that tells which limit a script has reached. */
  static String exceededText(String how, String limit, String amount) {
    return "the script %s its %s limit of %s".formatted(how, limit, amount);
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }
}
