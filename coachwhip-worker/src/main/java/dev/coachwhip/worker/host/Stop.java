package dev.coachwhip.worker.host;

/** Who stopped a run. */
enum Stop {
  CANCEL,
  INTERRUPT,
  CLOSE,
  WALL_TIME
}
