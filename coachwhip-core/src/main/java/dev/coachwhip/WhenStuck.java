package dev.coachwhip;

/**
 * What an engine does about a run that {@linkplain EngineStatus#STUCK does not let itself stop}.
 */
public enum WhenStuck {
  /** Refuses new calls until the run has ended after all; the default. */
  REFUSE,
  /**
   * Leaves the run and its thread behind, and goes on with fresh globals on a new thread: variables
   * that scripts set are gone, those that the host set and registered functions are set again. What
   * is left behind goes on using the processor and memory until it ends by itself.
   */
  ABANDON
}
