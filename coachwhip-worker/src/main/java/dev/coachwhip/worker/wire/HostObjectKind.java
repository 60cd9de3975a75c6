package dev.coachwhip.worker.wire;

/**
 * What an object that stays with the host, and is used by scripts in the worker, is there; {@link
 * RemoteObjects#readHostObject} makes something of that kind.
 */
public enum HostObjectKind {
  /** A {@link dev.coachwhip.HostFunction}; the codec itself adds parameters and documentation. */
  FUNCTION,
  /** A {@link java.util.Iterator}. */
  ITERATOR,
  /** An {@link Iterable}, whose {@code iterator()} asks the host for a new iterator. */
  ITERABLE,
  /**
   * A {@link java.util.stream.BaseStream} of the host's; in the worker an {@link
   * java.util.Iterator} that is {@link AutoCloseable}, of which the codec makes a stream.
   */
  STREAM,
  /** A {@link java.util.concurrent.CompletionStage}. */
  STAGE,
  /** A {@link java.util.concurrent.Flow.Publisher}. */
  PUBLISHER;

  private static final HostObjectKind[] ALL = values();

  static HostObjectKind read(WireReader in) {
    int number = in.getByte();
    if (number >= ALL.length) {
      throw new WireFormatException("no kind of host object: " + number);
    }
    return ALL[number];
  }
}
