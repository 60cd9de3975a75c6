package dev.coachwhip.worker.protocol;

/** What a subscriber in the worker is told of a publisher of the host's. */
public enum PublisherEvent {
  /** Subscription: the number by which the subscriber asks for items. */
  SUBSCRIBED,
  /** A Java value. */
  ITEM,
  /** An error; the last. */
  FAILED,
  /** Nothing; the last. */
  COMPLETED;

  private static final PublisherEvent[] ALL = values();

  /** Returns its number in messages. */
  @SuppressWarnings("EnumOrdinal") // both processes load the same class
  public int number() {
    return ordinal();
  }

  /**
   * Returns an event by its number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PublisherEvent of(int number) {
    if (number < 0 || number >= ALL.length) {
      throw new IllegalArgumentException("there is no event " + number);
    }
    return ALL[number];
  }

  /** Tells whether nothing comes after it. */
  public boolean isLast() {
    return this == FAILED || this == COMPLETED;
  }
}
