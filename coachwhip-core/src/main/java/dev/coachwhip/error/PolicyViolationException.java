package dev.coachwhip.error;

import java.util.Objects;

/** The script tried something that the engine's policy does not allow. */
public final class PolicyViolationException extends ScriptException {

  private static final long serialVersionUID = 1L;

  private final String refused;

  /**
   * Makes it.
   *
   * @param refused what was tried
   */
  public PolicyViolationException(String refused, ErrorDetails details) {
    super(details);
    this.refused = Objects.requireNonNull(refused, "refused");
  }

  /** Returns what was tried. */
  public String refused() {
    return refused;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.POLICY_VIOLATION;
  }
}
