package dev.coachwhip;

/**
 * What is to happen where the system cannot enforce the {@link Policy} of an engine that runs in a
 * process of its own ({@link Isolation#PROCESS}). On Linux its kernel can (Landlock, seccomp); on
 * macOS and Windows a process of its own gives isolation and a kill, and no more.
 */
public enum Sandbox {
  /** Refuses to make the engine, and says what is missing; the default. */
  REQUIRED,
  /** Enforces what the system can, and leaves the rest to the policy's guard rails. */
  BEST_EFFORT,
  /** Enforces nothing by the system; the policy's guard rails still hold. */
  OFF
}
