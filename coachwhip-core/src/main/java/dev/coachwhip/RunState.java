package dev.coachwhip;

/** Where a {@link ScriptRun} is. */
public enum RunState {
  /** Waits for its turn. */
  QUEUED,
  /** Runs. */
  RUNNING,
  /** Held by {@link ScriptRun#pause()}. */
  PAUSED,
  /** Ended with a result. */
  SUCCEEDED,
  /** Ended with an error, a limit among them. */
  FAILED,
  /** Was stopped. */
  CANCELLED;

  /** Tells whether the run has ended. */
  public boolean isFinished() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
