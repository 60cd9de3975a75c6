package dev.coachwhip;

/** Where an engine runs. */
public enum Isolation {
  /** In this process, the default. */
  NONE,
  /**
   * In a child process of its own, which a crash ends without harm to this one and a cancel can
   * kill; needs the module {@code coachwhip-worker} and {@link Capability#ISOLATION_PROCESS}.
   */
  PROCESS
}
