package dev.coachwhip.python.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Held by the one thread, of all processes that share a cache folder, that may unpack into it. */
final class UnpackLock implements Closeable {

  // Threads of this process take turns before they open the file: POSIX drops a process's locks on
  // a file as soon as it closes any descriptor of it, also that of a thread that gave up waiting.
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private static final String WAITING = "waiting for another program to unpack Python";

  private final FileChannel channel;
  private final boolean excludesOtherProcesses;

  private UnpackLock(FileChannel channel, boolean excludesOtherProcesses) {
    this.channel = channel;
    this.excludesOtherProcesses = excludesOtherProcesses;
  }

  /**
   * Waits for its turn. The lock ends with the process, however that ends.
   *
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if the file cannot be created
   */
  static UnpackLock acquire(Path file) throws IOException {
    try {
      IN_THIS_PROCESS.lockInterruptibly();
    } catch (InterruptedException e) {
      throw Interruption.of(WAITING, e);
    }
    try {
      return open(file);
    } catch (IOException | RuntimeException e) {
      IN_THIS_PROCESS.unlock();
      throw e;
    }
  }

  private static UnpackLock open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return new UnpackLock(channel, lock(channel) != null);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Returns null on a file system that has no locks. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        // This class is loaded a second time in this process, by a loader whose copy has the lock.
        Interruption.pause(20, WAITING);
      } catch (FileLockInterruptionException e) {
        throw Interruption.of(WAITING, e);
      } catch (IOException e) {
        return null;
      }
    }
  }

  /**
   * Whether no other process can be unpacking now. False on a file system without locks, where the
   * rename at the end decides whose tree is used.
   */
  boolean excludesOtherProcesses() {
    return excludesOtherProcesses;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
