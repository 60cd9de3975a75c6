package dev.coachwhip;

import java.time.Duration;
import java.util.Objects;

/**
 * How much each run of an engine may use. Zero means no limit. A run that reaches a limit is
 * stopped like a cancelled one and ends with a {@link dev.coachwhip.error.LimitExceededException}
 * that names the limit.
 *
 * @param wallTime time from the start of a run to its end, waiting for a turn not counted
 * @param maxOperations operations as the language counts them
 * @param maxMemoryBytes memory in bytes
 * @param maxCallDepth nested calls
 * @param maxOutputBytes bytes written to both outputs
 */
public record ScriptLimits(
    Duration wallTime,
    long maxOperations,
    long maxMemoryBytes,
    int maxCallDepth,
    long maxOutputBytes) {

  private static final ScriptLimits NONE = new ScriptLimits(Duration.ZERO, 0, 0, 0, 0);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public ScriptLimits {
    Objects.requireNonNull(wallTime, "wallTime");
    requireNotNegative("wallTime", wallTime.isNegative());
    requireNotNegative("maxOperations", maxOperations < 0);
    requireNotNegative("maxMemoryBytes", maxMemoryBytes < 0);
    requireNotNegative("maxCallDepth", maxCallDepth < 0);
    requireNotNegative("maxOutputBytes", maxOutputBytes < 0);
  }

  private static void requireNotNegative(String limit, boolean negative) {
    if (negative) {
      throw new IllegalArgumentException(limit + " is negative; zero means no limit");
    }
  }

  /** Returns no limits, the default. */
  public static ScriptLimits none() {
    return NONE;
  }

  /** Returns these limits with another {@link #wallTime()}. */
  public ScriptLimits withWallTime(Duration time) {
    return new ScriptLimits(time, maxOperations, maxMemoryBytes, maxCallDepth, maxOutputBytes);
  }

  /** Returns these limits with another {@link #maxOperations()}. */
  public ScriptLimits withMaxOperations(long operations) {
    return new ScriptLimits(wallTime, operations, maxMemoryBytes, maxCallDepth, maxOutputBytes);
  }

  /** Returns these limits with another {@link #maxMemoryBytes()}. */
  public ScriptLimits withMaxMemoryBytes(long bytes) {
    return new ScriptLimits(wallTime, maxOperations, bytes, maxCallDepth, maxOutputBytes);
  }

  /** Returns these limits with another {@link #maxCallDepth()}. */
  public ScriptLimits withMaxCallDepth(int depth) {
    return new ScriptLimits(wallTime, maxOperations, maxMemoryBytes, depth, maxOutputBytes);
  }

  /** Returns these limits with another {@link #maxOutputBytes()}. */
  public ScriptLimits withMaxOutputBytes(long bytes) {
    return new ScriptLimits(wallTime, maxOperations, maxMemoryBytes, maxCallDepth, bytes);
  }
}
