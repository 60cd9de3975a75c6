package dev.coachwhip.worker.protocol;

import dev.coachwhip.worker.call.Operation;

/** What a worker asks of its host; each says what its message holds and what the answer. */
public enum ToHost implements Operation {
  /** Function, name, count, value*, count, (name, value)*: calls a host function; a Java value. */
  CALL_FUNCTION,
  /** Request and note. Stream, bytes: writes what a script printed. */
  WRITE,
  /** Host object: the next element of an iterator or stream; a boolean, a Java value. */
  NEXT,
  /** Host object: closes a stream. */
  CLOSE_STREAM,
  /** Host object: an iterator of an iterable; its number. */
  ITERATE,
  /** Host object, number: has a subscriber of the worker's subscribe. */
  SUBSCRIBE,
  /** Note. Subscription, number: a subscriber asks for so many items. */
  REQUEST_ITEMS,
  /** Note. Subscription: ends it. */
  CANCEL_SUBSCRIPTION,
  /** Note. Host object: the worker wants to be told what a Java future comes to. */
  LISTEN,
  /** Note. Host object: cancels a Java future. */
  CANCEL_STAGE,
  /** Note. Future, a boolean, value or error: what a script's future came to. */
  SETTLED,
  /** Note. What a {@link dev.coachwhip.worker.wire.SharedMemory} tells the other. */
  MEMORY,
  /** Asks for shared memory: see {@link dev.coachwhip.worker.wire.SharedMemory#grant}. */
  GRANT,
  /** Note. Count, number*: the worker has forgotten these host objects. */
  RELEASE;

  private static final ToHost[] ALL = values();

  @Override
  @SuppressWarnings("EnumOrdinal") // both processes load the same class
  public int number() {
    return ordinal();
  }

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
