package dev.coachwhip.worker.protocol;

import dev.coachwhip.worker.call.Operation;

/** What the host asks of a worker; each says what its message holds and what the answer. */
public enum ToWorker implements Operation {
  /** Settings ({@link EngineSettings}): makes the engine. */
  CREATE,
  /** Run, name, text, count, (name, Java value)*: sets globals and runs a script; a value. */
  EXECUTE,
  /** Run, name, values: calls a global; a value. */
  CALL,
  /** Name, text: parses. */
  VALIDATE,
  /** Name, host object: registers a function. */
  REGISTER,
  /** Name, Java value: sets a global. */
  SET,
  /** Name: a value. */
  GET,
  /** Nothing: count, name*. */
  NAMES,
  /** Nothing: removes all globals. */
  CLEAR,
  /** Port: lets a debugger attach; the port. */
  DEBUG,
  /** Nanoseconds: waits for a debugger; a byte. */
  AWAIT_DEBUGGER,
  /** Run, object, count, (name, Java value)*, values: calls an object; a value. */
  CALL_OBJECT,
  /** Run, object: a byte; count, (name, value)*. */
  FIELDS,
  /** Run, object: a byte; the signature. */
  SIGNATURE,
  /** Run, object: a byte; the number of an iterator. */
  ITERATE,
  /** Run, iterator: a byte; the next value. */
  NEXT,
  /** Run, iterator: ends it. */
  CLOSE_ITERATOR,
  /** Run, object: a byte; the number of a future. */
  AWAIT,
  /** Run, object: a byte; a value. */
  ARRAY,
  /** Run, object, name: a byte; a value. */
  ATTRIBUTE,
  /** Run, object: a byte; a text. */
  CONSTANT_NAME,
  /** Run, object, whether inside a container: a text. */
  PRINT,
  /** Note. Run: asks it to stop. */
  CANCEL,
  /** Note. Future: the host wants to be told what it comes to. */
  LISTEN,
  /** Note. Future: cancels it. */
  CANCEL_FUTURE,
  /** Note. Host object, a byte, Java value or error: what a Java future came to. */
  STAGE_SETTLED,
  /** Note. Subscriber, {@link PublisherEvent}, what that says: what a subscriber is told. */
  PUBLISHED,
  /** Note. What a {@link dev.coachwhip.worker.wire.SharedMemory} tells the other. */
  MEMORY,
  /** Note. Count, number*: the host has forgotten these objects. */
  RELEASE,
  /** Nothing: closes the engine; the answer comes when that is done. */
  CLOSE;

  private static final ToWorker[] ALL = values();

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
  public static ToWorker of(int number) {
    if (number < 0 || number >= ALL.length) {
      throw new IllegalArgumentException("there is no operation " + number);
    }
    return ALL[number];
  }
}
