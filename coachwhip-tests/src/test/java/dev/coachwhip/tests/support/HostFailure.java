package dev.coachwhip.tests.support;

/** What a host function throws; carries a number, so that a test sees whose it is. */
public final class HostFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final long key;

  /** Makes it. */
  public HostFailure(long key) {
    super("failure " + key);
    this.key = key;
  }

  /** Returns the number. */
  public long key() {
    return key;
  }
}
