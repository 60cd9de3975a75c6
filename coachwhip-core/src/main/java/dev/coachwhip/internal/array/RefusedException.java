package dev.coachwhip.internal.array;

/** An element or a value does not fit the other side; the caller knows the place and adds it. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;

  /** Makes it. No stack trace: what the user sees is the conversion error made from it. */
  RefusedException(String expected, String found) {
    super("expected " + expected + ", found " + found, null, false, false);
    this.expected = expected;
    this.found = found;
  }

  /** Returns the type asked for. */
  public String expected() {
    return expected;
  }

  /** Returns what there was. */
  public String found() {
    return found;
  }
}
