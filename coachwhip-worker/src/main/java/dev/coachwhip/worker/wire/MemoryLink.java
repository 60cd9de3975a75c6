package dev.coachwhip.worker.wire;

import java.util.function.Consumer;

/**
 * How the {@link SharedMemory} of one side talks to that of the other, over the connection that
 * messages take. Any thread, also one that Python runs on or a cleaner's.
 */
public interface MemoryLink {

  /**
   * Sends a note that {@link SharedMemory#take} of the other side gets on the thread that reads the
   * connection, in order: before every message that is sent after this has returned. Does nothing
   * once the connection has ended.
   */
  void send(Consumer<WireWriter> note);

  /**
   * Has {@link SharedMemory#grant} of the host answer; only in a worker.
   *
   * @return the answer
   */
  WireReader ask(Consumer<WireWriter> question);
}
