package dev.coachwhip.rhai;

/**
 * Ends a run that was asked to stop. No error of the language, so that no script catches it; thrown
 * in the script's thread where it polls.
 */
final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Stop by;

  StoppedException(Stop by) {
    super(by.name(), null, false, false);
    this.by = by;
  }

  /** Returns who asked. */
  Stop by() {
    return by;
  }
}
