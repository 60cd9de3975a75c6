package dev.coachwhip;

/**
 * A script called a Java function with arguments that it does not take. The script sees the error
 * that its own language has for that, in Python a {@code TypeError} of the same message.
 */
public final class HostArgumentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Makes it. */
  public HostArgumentException(String message) {
    super(message);
  }
}
