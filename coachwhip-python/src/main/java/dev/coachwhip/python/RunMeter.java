package dev.coachwhip.python;

import dev.coachwhip.ScriptLimits;

/**
 * What one run has used of the limits that are counted: by all its threads, while attached. Who
 * counts beyond a limit requests the stop that names it.
 */
final class RunMeter {

  private final ActiveRun run;
  private final long maxOperations;
  private final int maxCallDepth;
  private final long maxOutputBytes;
  private final boolean countsCode;
  private long operations;
  private long outputBytes;
  private boolean outputRaised;
  private volatile boolean ended;

  RunMeter(ActiveRun run, ScriptLimits limits) {
    this.run = run;
    countsCode = countsCode(limits);
    maxOperations = limits.maxOperations() == 0 ? Long.MAX_VALUE : limits.maxOperations();
    maxCallDepth = limits.maxCallDepth() == 0 ? Integer.MAX_VALUE : limits.maxCallDepth();
    maxOutputBytes = limits.maxOutputBytes() == 0 ? Long.MAX_VALUE : limits.maxOutputBytes();
  }

  /** Tells whether operations or calls have a limit. */
  static boolean countsCode(ScriptLimits limits) {
    return limits.maxOperations() != 0 || limits.maxCallDepth() != 0;
  }

  /** Tells whether operations or calls have a limit. */
  boolean countsCode() {
    return countsCode;
  }

  /** Counts a line, a jump back within a line, or a call; returns whether it is one too many. */
  boolean countOperation() {
    boolean tooMany = ++operations > maxOperations;
    if (tooMany) {
      run.requestStop(ActiveRun.Stop.OPERATIONS);
    }
    return tooMany;
  }

  /** Takes note of how deeply calls are nested; returns whether it is too deep. */
  boolean atDepth(int depth) {
    boolean tooDeep = depth > maxCallDepth;
    if (tooDeep) {
      run.requestStop(ActiveRun.Stop.CALL_DEPTH);
    }
    return tooDeep;
  }

  /**
   * Counts output.
   *
   * @return how many of the bytes still fit
   */
  int countOutput(int bytes) {
    long before = outputBytes;
    outputBytes += bytes;
    if (outputBytes <= maxOutputBytes) {
      return bytes;
    }
    run.requestStop(ActiveRun.Stop.OUTPUT);
    return (int) Math.max(0, maxOutputBytes - before);
  }

  /** Tells, once and while the script runs, that a write beyond the limit is to raise the stop. */
  boolean mayRaiseForOutput() {
    boolean now = !outputRaised && !ended;
    outputRaised = true;
    return now;
  }

  /** Tells whether the run is over; threads that it has left behind count no more. */
  boolean hasEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }
}
