package dev.coachwhip.worker.sandbox;

/**
 * What a worker is told about its {@link Lockdown}. Travels as text.
 *
 * @param rules what the filter of system calls allows
 * @param underLandlock whether the worker was started under rules of Landlock
 * @param rootIsHidden whether these rules forbid to list the root folder, which is then tried
 */
public record LockdownOrder(CallRules rules, boolean underLandlock, boolean rootIsHidden) {

  private static final String SEPARATOR = ";";

  /** Returns what {@link #parse} reads. */
  public String toText() {
    return String.join(
        SEPARATOR, rules.toText(), Boolean.toString(underLandlock), Boolean.toString(rootIsHidden));
  }

  /**
   * Reads what {@link #toText} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static LockdownOrder parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("no order for a lockdown: " + text);
    }
    return new LockdownOrder(
        CallRules.parse(parts[0]), Boolean.parseBoolean(parts[1]), Boolean.parseBoolean(parts[2]));
  }
}
