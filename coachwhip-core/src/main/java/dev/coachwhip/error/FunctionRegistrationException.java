package dev.coachwhip.error;

/** A host function cannot be registered under the name given. */
public final class FunctionRegistrationException extends ScriptException {

  private static final long serialVersionUID = 1L;

  /** Makes it from what all have in common. */
  public FunctionRegistrationException(ErrorDetails details) {
    super(details);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.FUNCTION_REGISTRATION;
  }
}
