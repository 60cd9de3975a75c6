package dev.coachwhip.worker.host;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a stopped run ends with. */
final class StoppedRun {

  private StoppedRun() {}

  /**
   * Returns the error to throw.
   *
   * @param where the error as it came out of the script, null if its process was ended
   */
  static ScriptException error(
      String backend, Stop by, ScriptLimits limits, @Nullable ScriptException where) {
    String amount = seconds(limits.wallTime());
    String what =
        switch (by) {
          case CANCEL -> "the script was cancelled";
          case INTERRUPT -> "the script was stopped because its thread was interrupted";
          case CLOSE -> "the script was stopped because its engine was closed";
          case WALL_TIME -> "the script ran longer than its wallTime limit of " + amount;
        };
    ErrorDetails details = details(backend, what, where);
    return by == Stop.WALL_TIME
        ? new LimitExceededException("wallTime", amount, details)
        : new ScriptCancelledException(details);
  }

  private static ErrorDetails details(
      String backend, String what, @Nullable ScriptException where) {
    if (where == null) {
      return ErrorDetails.of(backend, what + "; it did not stop by itself, its process was ended");
    }
    ErrorDetails details = ErrorDetails.of(backend, what);
    return where.location().map(details::at).orElse(details).withFrames(where.frames());
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }
}
