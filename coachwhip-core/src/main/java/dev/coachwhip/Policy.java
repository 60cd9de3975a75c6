package dev.coachwhip;

/**
 * What scripts are allowed to do. The only policy so far is {@link #open()}, which allows
 * everything.
 */
public final class Policy {

  private static final Policy OPEN = new Policy();

  private Policy() {}

  /** Returns the policy that allows everything, the default. */
  public static Policy open() {
    return OPEN;
  }

  @Override
  public String toString() {
    return "Policy.open()";
  }
}
