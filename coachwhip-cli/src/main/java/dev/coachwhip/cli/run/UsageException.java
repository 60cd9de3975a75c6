package dev.coachwhip.cli.run;

/** What the user asked for makes no sense; the message is one sentence that says why. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes it. */
  public UsageException(String message) {
    super(message);
  }

  /** Makes it with the failure that showed it. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
