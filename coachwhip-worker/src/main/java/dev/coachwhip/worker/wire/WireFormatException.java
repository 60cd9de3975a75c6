package dev.coachwhip.worker.wire;

/**
 * A message is not what the other side of a connection would write: it ends too early, or holds
 * what has no meaning. The connection cannot be trusted any more.
 */
public final class WireFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes it. */
  public WireFormatException(String message) {
    super(message);
  }

  /** Makes it of what reading the message failed with. */
  public WireFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
