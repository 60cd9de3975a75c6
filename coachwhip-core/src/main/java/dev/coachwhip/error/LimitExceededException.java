package dev.coachwhip.error;

import java.util.Objects;

/** A limit of the engine stopped the run. */
public final class LimitExceededException extends ScriptException {

  private static final long serialVersionUID = 1L;

  private final String limit;
  private final String amount;

  /**
   * Makes it.
   *
   * @param limit the limit's name in {@code ScriptLimits}, such as {@code "wallTime"}
   * @param amount how much it allows, with its unit
   */
  public LimitExceededException(String limit, String amount, ErrorDetails details) {
    super(details);
    this.limit = Objects.requireNonNull(limit, "limit");
    this.amount = Objects.requireNonNull(amount, "amount");
  }

  /** Returns the limit's name in {@code ScriptLimits}. */
  public String limit() {
    return limit;
  }

  /** Returns how much it allows, with its unit. */
  public String amount() {
    return amount;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.LIMIT_EXCEEDED;
  }
}
