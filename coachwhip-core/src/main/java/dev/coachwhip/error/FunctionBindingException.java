package dev.coachwhip.error;

import java.util.List;

/**
 * A Java interface cannot be {@linkplain dev.coachwhip.ScriptEngine#bind bound}: the script lacks
 * functions, or has them with other parameters.
 */
public final class FunctionBindingException extends ScriptException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // made by List.copyOf
  private final List<String> problems;

  /**
   * Makes it.
   *
   * @param problems one sentence for each method that cannot be bound
   */
  public FunctionBindingException(List<String> problems, ErrorDetails details) {
    super(details);
    this.problems = List.copyOf(problems);
  }

  /** Returns one sentence for each method that cannot be bound; unmodifiable. */
  public List<String> problems() {
    return problems;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.FUNCTION_BINDING;
  }
}
