package dev.coachwhip.error;

/** The text is not a script of the language; nothing of it ran. */
public final class ScriptSyntaxException extends ScriptException {

  private static final long serialVersionUID = 1L;

  /** Makes it from what all have in common. */
  public ScriptSyntaxException(ErrorDetails details) {
    super(details);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.SYNTAX;
  }
}
