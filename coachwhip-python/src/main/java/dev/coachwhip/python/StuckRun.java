package dev.coachwhip.python;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.spi.EngineLog;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What calls end with while a run does not let itself be stopped. */
final class StuckRun {

  private static final double NANOS_PER_SECOND = 1e9;

  private StuckRun() {}

  /** Returns the error for a call that would have to wait for the run. */
  static BackendException refusal(@Nullable ActiveRun run) {
    return error("the engine is stuck: " + describe(run));
  }

  /** Returns the error for the one who waits for the run itself. */
  static BackendException givenUp(ActiveRun run) {
    return error("gave up waiting: " + describe(run));
  }

  /** Writes it to the log, once. */
  static void report(ActiveRun run) {
    if (run.isFirstReport()) {
      EngineLog.warn("dev.coachwhip.python", () -> "a run is stuck: " + describe(run));
    }
  }

  private static String describe(@Nullable ActiveRun run) {
    return run == null
        ? "a script that was asked to stop did not stop for a while" // and has ended just now
        : "%s was asked to stop (%s) %.1f s ago and has not; it is in a function of C or Java that does not return"
            .formatted(
                run.what(),
                String.valueOf(run.stop()).toLowerCase(Locale.ROOT).replace('_', ' '),
                run.nanosSinceStop() / NANOS_PER_SECOND);
  }

  private static BackendException error(String message) {
    return new BackendException(ErrorDetails.of("python", message));
  }
}
