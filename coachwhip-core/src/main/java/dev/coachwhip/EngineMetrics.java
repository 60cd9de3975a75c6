package dev.coachwhip;

import java.time.Duration;
import java.util.Objects;

/**
 * What an engine has done since it was made, see {@link ScriptEngine#metrics()}. A run is a script,
 * or a call of a function from outside of a run.
 *
 * @param runs runs that have begun
 * @param failures runs that ended with an error, such as one of the script or a limit
 * @param cancellations runs that ended with a {@link dev.coachwhip.error.ScriptCancelledException}
 * @param queueTime how long runs and other calls have waited for their turn
 * @param runTime how long runs have taken; a run under way counts. Found by looking from time to
 *     time, as the backend says, so it is a good estimate and not a sum of measurements
 * @param queuedNow calls that wait for their turn now
 * @param liveReferences objects of the script's language that values in Java hold; where engines
 *     share an interpreter, of all of them
 * @param pendingReleases objects that Java has let go of and the interpreter has not been told yet;
 *     where engines share an interpreter, of all of them
 * @param conversionsToScript values converted for scripts; one inside another does not count
 * @param conversionsFromScript values converted for Java; one inside another does not count
 */
public record EngineMetrics(
    long runs,
    long failures,
    long cancellations,
    Duration queueTime,
    Duration runTime,
    long queuedNow,
    long liveReferences,
    long pendingReleases,
    long conversionsToScript,
    long conversionsFromScript) {

  /** Nothing done. */
  public static final EngineMetrics NONE =
      new EngineMetrics(0, 0, 0, Duration.ZERO, Duration.ZERO, 0, 0, 0, 0, 0);

  /** Checks that nothing is null. */
  public EngineMetrics {
    Objects.requireNonNull(queueTime, "queueTime");
    Objects.requireNonNull(runTime, "runTime");
  }

  /**
   * Returns what two engines have done together, one after the other: what is so now is that of the
   * other.
   *
   * @param later the engine that is in use now
   */
  public EngineMetrics plus(EngineMetrics later) {
    return new EngineMetrics(
        runs + later.runs,
        failures + later.failures,
        cancellations + later.cancellations,
        queueTime.plus(later.queueTime),
        runTime.plus(later.runTime),
        later.queuedNow,
        later.liveReferences,
        later.pendingReleases,
        conversionsToScript + later.conversionsToScript,
        conversionsFromScript + later.conversionsFromScript);
  }
}
