package dev.coachwhip;

/** Where an engine runs. */
public enum Isolation {
  /** In this process, the default. */
  NONE,
  /** In a child process of its own; needs {@link Capability#ISOLATION_PROCESS}. */
  PROCESS
}
