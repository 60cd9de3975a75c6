package dev.coachwhip.python;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.python.interp.Attachment;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs of an engine with limits that are counted: all but the wall time. */
final class MeteredRuns {

  private final ScriptLimits limits;

  private MeteredRuns(ScriptLimits limits) {
    this.limits = limits;
  }

  /** Returns what runs under the limits, null if nothing is to be counted. */
  static @Nullable MeteredRuns of(ScriptLimits limits) {
    return limits.withWallTime(Duration.ZERO).equals(ScriptLimits.none())
        ? null
        : new MeteredRuns(limits);
  }

  /** Does the work of a run, counted. Attached. */
  ScriptValue count(Attachment attachment, ActiveRun run, EngineTurns.RunWork work) {
    RunMeter meter = new RunMeter(run, limits);
    run.countOn(meter);
    meter.begin(attachment);
    try {
      return work.run(attachment, run);
    } finally {
      meter.end(attachment);
    }
  }

  /**
   * Ends a counted run; what it has printed is written by then.
   *
   * @throws LimitExceededException if it went beyond a limit, however it ended
   */
  ScriptValue checked(ActiveRun run, Supplier<ScriptValue> counted) {
    ScriptValue value;
    try {
      value = counted.get();
    } catch (ScriptException e) {
      if (limits.maxMemoryBytes() != 0 && isOutOfMemory(e)) {
        run.requestStop(ActiveRun.Stop.MEMORY); // a request beyond all there is
      }
      throw isBeyondLimit(run) ? StoppedRun.error(run, limits, e) : e;
    }
    if (isBeyondLimit(run)) {
      throw StoppedRun.error(run, limits, null);
    }
    return value;
  }

  private static boolean isOutOfMemory(ScriptException e) {
    return e instanceof ScriptRuntimeException error && error.typeName().equals("MemoryError");
  }

  private static boolean isBeyondLimit(ActiveRun run) {
    ActiveRun.Stop stop = run.stop();
    return stop != null
        && switch (stop) {
          case OPERATIONS, CALL_DEPTH, OUTPUT, MEMORY -> true;
          case CANCEL, INTERRUPT, CLOSE, WALL_TIME -> false;
        };
  }
}
