package dev.coachwhip.worker.protocol;

/** What a worker asks of its host; each says what its message holds and what the answer. */
public enum ToHost {
  /** Function, name, count, value*, count, (name, value)*: calls a host function; a Java value. */
  CALL_FUNCTION,
  /** Request and note. Stream, bytes: writes what a script printed. */
  WRITE,
  /** Note. Future, a byte, value or error: what a script's future came to. */
  SETTLED,
  /** Host object: the next element of an iterator; a byte and a Java value. */
  NEXT,
  /** Host object: closes an iterator or a stream. */
  CLOSE_ITERATOR,
  /** Host object, future of the worker's: has it told what a Java future comes to. */
  LISTEN,
  /** Note. Host object: cancels a Java future. */
  CANCEL_FUTURE,
  /** Note. Count, number*: the worker has forgotten these host objects. */
  RELEASE;

  private static final ToHost[] ALL = values();

  /**
   * Returns an operation by its number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ToHost of(int number) {
    if (number < 0 || number >= ALL.length) {
      throw new IllegalArgumentException("there is no operation " + number);
    }
    return ALL[number];
  }
}
