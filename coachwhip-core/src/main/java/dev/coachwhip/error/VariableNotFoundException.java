package dev.coachwhip.error;

import java.util.Objects;

/** There is no global of that name. */
public final class VariableNotFoundException extends ScriptException {

  private static final long serialVersionUID = 1L;

  private final String variableName;

  /**
   * Makes it.
   *
   * @param variableName the name asked for
   */
  public VariableNotFoundException(String variableName, ErrorDetails details) {
    super(details);
    this.variableName = Objects.requireNonNull(variableName, "variableName");
  }

  /** Returns the name asked for. */
  public String variableName() {
    return variableName;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.VARIABLE_NOT_FOUND;
  }
}
