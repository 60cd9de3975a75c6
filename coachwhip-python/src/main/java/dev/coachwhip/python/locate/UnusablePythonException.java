package dev.coachwhip.python.locate;

/**
 * Something that cannot be used as a Python; the message is one line that names it and says why.
 */
final class UnusablePythonException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  UnusablePythonException(String reason) {
    super(reason);
    this.reason = reason;
  }

  UnusablePythonException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** Returns the message, which is never null here. */
  String reason() {
    return reason;
  }
}
