package dev.coachwhip.python.env;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Held by the one thread, of all processes, that may make or remove an environment. */
final class PlaceLock implements Closeable {

  // A file lock is the whole process's: threads take turns before they open the file. It ends with
  // the process, however that ends, so a crash leaves nothing locked. The file itself stays: a
  // waiter might hold the one that was deleted while another locks a new one.

  private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();
  private static final long PAUSE_MILLIS = 20;

  private final ReentrantLock turn;
  private final FileChannel channel;

  private PlaceLock(ReentrantLock turn, FileChannel channel) {
    this.turn = turn;
    this.channel = channel;
  }

  /**
   * Waits for its turn.
   *
   * @throws InterruptedIOException if the thread is interrupted; its interrupted status is kept
   * @throws IOException if the file cannot be created
   */
  static PlaceLock acquire(Path file) throws IOException {
    ReentrantLock turn =
        IN_THIS_PROCESS.computeIfAbsent(
            file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try {
      return new PlaceLock(turn, open(file));
    } catch (IOException | RuntimeException e) {
      turn.unlock();
      throw e;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock(channel);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        channel.lock();
        return;
      } catch (OverlappingFileLockException e) {
        // This class is loaded a second time in this process, by a loader whose copy has the lock.
        pause();
      } catch (FileLockInterruptionException e) {
        throw interrupted(e);
      }
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static InterruptedIOException interrupted(Exception cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException exception =
        new InterruptedIOException("interrupted while another program made it");
    exception.initCause(cause);
    return exception;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      turn.unlock();
    }
  }
}
