package dev.coachwhip.python.policy;

/** Whose code does something, by the innermost frames. */
enum Caller {
  /** Our own Python code, or Java with no Python code around it. */
  OURS,
  /** A library, called by a script. */
  LIBRARY,
  /** A library or Python itself, while it imports. */
  IMPORT,
  /** A script, or a module of its own. */
  SCRIPT
}
