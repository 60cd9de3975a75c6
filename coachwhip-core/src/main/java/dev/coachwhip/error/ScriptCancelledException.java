package dev.coachwhip.error;

/** The run was stopped: by {@code cancel}, an interrupt, or the engine's {@code close}. */
public final class ScriptCancelledException extends ScriptException {

  private static final long serialVersionUID = 1L;

  /** Makes it from what all have in common. */
  public ScriptCancelledException(ErrorDetails details) {
    super(details);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.CANCELLED;
  }
}
