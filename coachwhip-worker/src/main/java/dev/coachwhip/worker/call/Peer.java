package dev.coachwhip.worker.call;

import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.io.IOException;

/** What one end of a connection does for the other. */
public interface Peer {

  /**
   * Does what the other end asks for, on the thread that waits in the same conversation, or on one
   * of the connection's threads.
   *
   * @throws Throwable what is to be told to the other end as the failure
   */
  @SuppressWarnings("checkstyle:IllegalThrows")
  void serve(int operation, WireReader request, WireWriter answer) throws Throwable;

  /**
   * Takes note of something that needs no answer. A note of a conversation comes on its thread;
   * others come on the thread that reads, which must not be kept.
   */
  void note(int operation, WireReader body);

  /** Writes a failure for the other end. */
  void writeFailure(WireWriter out, Throwable failure);

  /** Reads what the other end wrote so. */
  Throwable readFailure(WireReader in);

  /**
   * Returns what a call is to fail with that the connection's end has cut off.
   *
   * @param cause how it ended
   */
  RuntimeException cutOff(IOException cause);

  /** Called once when the connection has ended, on the thread that saw it; must not block. */
  void ended(IOException cause);

  /** Returns a new thread for the connection, not yet started. */
  Thread newThread(Runnable work);
}
