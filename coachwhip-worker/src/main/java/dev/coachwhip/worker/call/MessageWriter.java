package dev.coachwhip.worker.call;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Puts whole messages into a socket, one after the other. Any thread. */
final class MessageWriter {

  // The channel does not block: an interrupt during a blocking write would close it. When the
  // socket is full the thread looks again after a while; the other end empties it in no time, or is
  // meant to hold us up.

  private static final int CHUNK_BYTES = 1 << 16;
  private static final int YIELDS = 20;
  private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final SocketChannel channel;
  private final ReentrantLock lock = new ReentrantLock();
  private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);

  MessageWriter(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Sends a message.
   *
   * @throws IOException if the connection has ended
   */
  void send(ByteBuffer message) throws IOException {
    lock.lock();
    try {
      while (message.hasRemaining()) {
        chunk.clear();
        int part = Math.min(chunk.remaining(), message.remaining());
        chunk.put(message.slice(message.position(), part)).flip();
        message.position(message.position() + part);
        sendChunk();
      }
    } finally {
      lock.unlock();
    }
  }

  private void sendChunk() throws IOException {
    int inVain = 0;
    boolean interrupted = false;
    try {
      while (channel.write(chunk) >= 0 && chunk.hasRemaining()) {
        interrupted |= Thread.interrupted(); // or parking would not wait
        pause(inVain++);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // the other end may be on this very processor
  private static void pause(int inVain) {
    if (inVain < YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(inVain < 10 * YIELDS ? SHORT_NANOS : LONG_NANOS);
    }
  }
}
