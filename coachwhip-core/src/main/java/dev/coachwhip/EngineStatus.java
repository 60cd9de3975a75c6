package dev.coachwhip;

/** What an engine is able to do now, see {@link ScriptEngine#status()}. */
public enum EngineStatus {
  /** Takes calls; they wait for their turn if a script runs. */
  READY,
  /**
   * A run was asked to stop, and the wait was in vain ({@link CancelOutcome#STILL_RUNNING}): it is
   * somewhere that nothing but the end of the process ends, such as a C function that does not
   * return. New calls are refused with a {@link dev.coachwhip.error.BackendException} until that
   * run has ended after all, see {@link WhenStuck}.
   */
  STUCK,
  /** Was closed. */
  CLOSED
}
