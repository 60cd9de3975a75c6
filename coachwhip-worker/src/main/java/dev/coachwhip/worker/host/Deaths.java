package dev.coachwhip.worker.host;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptException;

/** What a call fails with whose worker process has ended. */
final class Deaths {

  private Deaths() {}

  static BackendException whileStarting(String backend, DeathReport report) {
    return new BackendException(
        ErrorDetails.of(
            backend, "the worker process ended while it started: " + report.how() + report.tail()));
  }

  /** Of an object whose process was another than that of now. */
  static BackendException ofReference(String backend) {
    return new BackendException(
        ErrorDetails.of(backend, "the worker process in which this object lived has ended"));
  }

  /**
   * Returns the error.
   *
   * @param what what ran, such as {@code "fit.py"}
   */
  static ScriptException of(String backend, String what, DeathReport report, ScriptLimits limits) {
    ErrorDetails details =
        ErrorDetails.of(
            backend,
            "the worker process died while it ran %s: %s%s"
                .formatted(what, report.how(), report.tail()));
    return report.outOfMemory() && limits.maxMemoryBytes() > 0
        ? new LimitExceededException("maxMemoryBytes", limits.maxMemoryBytes() + " bytes", details)
        : new BackendException(details);
  }
}
