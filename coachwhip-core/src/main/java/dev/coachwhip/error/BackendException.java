package dev.coachwhip.error;

/** The backend is missing, cannot start, or died. */
public final class BackendException extends ScriptException {

  private static final long serialVersionUID = 1L;

  /** Makes it from what all have in common. */
  public BackendException(ErrorDetails details) {
    super(details);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.BACKEND;
  }
}
