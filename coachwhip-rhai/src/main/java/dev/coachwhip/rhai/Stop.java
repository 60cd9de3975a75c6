package dev.coachwhip.rhai;

/** Why a run is asked to stop. */
enum Stop {
  /** Somebody cancelled it. */
  CANCEL,
  /** The thread that waits for it was interrupted. */
  INTERRUPT,
  /** The engine was closed. */
  CLOSE,
  /** It took too long. */
  WALL_TIME,
  /** It printed too much. */
  OUTPUT
}
