package dev.coachwhip.rhai.runtime;

import org.jspecify.annotations.Nullable;

/** Told of every operation. */
@FunctionalInterface
public interface ProgressCallback {

  /**
   * Takes the number of operations so far.
   *
   * @return null to go on, else the token of an {@code ErrorTerminated}
   */
  @Nullable Object onOperation(long operations);
}
