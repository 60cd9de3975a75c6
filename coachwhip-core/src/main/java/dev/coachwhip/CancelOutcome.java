package dev.coachwhip;

/** What is true of a run when {@link ScriptRun#cancel} returns. */
public enum CancelOutcome {
  /** The script has stopped because it was asked to. */
  STOPPED,
  /** The script had ended by itself. */
  ALREADY_FINISHED,
  /**
   * The script has not stopped yet; it stops as soon as it runs code of its own language again. The
   * engine is {@link EngineStatus#STUCK} meanwhile.
   */
  STILL_RUNNING
}
