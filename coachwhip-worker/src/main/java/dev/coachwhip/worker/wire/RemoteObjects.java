package dev.coachwhip.worker.wire;

import dev.coachwhip.spi.ScriptObject;
import java.util.OptionalLong;

/**
 * What both sides call the objects that do not travel: one for each side of a connection. A side
 * keeps what it has given a number until the other one has forgotten it. Any thread.
 *
 * <p>Methods that read throw {@link WireFormatException} for a number that means nothing.
 */
public interface RemoteObjects {

  /**
   * Writes a reference to an object of a script: in the worker, where the object lives, or in the
   * host, where it goes home.
   *
   * @throws dev.coachwhip.error.TypeConversionException if it is of another engine
   */
  void writeObject(WireWriter out, ScriptObject object);

  /** Reads what {@link #writeObject} of the other side wrote. */
  ScriptObject readObject(WireReader in);

  /**
   * Writes a reference to an object of the host's, in the host.
   *
   * @param object of the class that the kind says
   */
  void writeHostObject(WireWriter out, HostObjectKind kind, Object object);

  /**
   * Reads what {@link #writeHostObject} wrote, in the worker.
   *
   * @return what does the same by asking the host; its class is that which the kind says
   */
  Object readHostObject(WireReader in, HostObjectKind kind);

  /**
   * Returns the number of a throwable of this side, which is kept under it: one for each object.
   */
  long exportThrowable(Throwable thrown);

  /** Returns what {@link #exportThrowable} of this side gave the number to. */
  Throwable exportedThrowable(long number);

  /**
   * Remembers, for as long as it is reachable, what stands here for a throwable of the other side.
   *
   * @param number what the other side's {@link #exportThrowable} returned
   * @return the stand-in, or one that was imported under the number before
   */
  Throwable importThrowable(long number, Throwable standIn);

  /** Returns the other side's number of what {@link #importThrowable} returned; else empty. */
  OptionalLong importedThrowable(Throwable thrown);
}
