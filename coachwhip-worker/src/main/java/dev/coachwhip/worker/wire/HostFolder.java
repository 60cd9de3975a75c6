package dev.coachwhip.worker.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * This process's folder of shared memory, with one in it for each worker. It is locked for as long
 * as the process lives, however it ends; a folder that nobody locks is deleted by the next process
 * that makes its own.
 */
final class HostFolder {

  private static final Path MEMORY_FILES = Path.of("/dev/shm");
  private static final String PREFIX = "coachwhip-";
  private static final String LOCK = "lock";

  /** A process needs no longer to lock the folder that it has made. */
  private static final Duration YOUNG = Duration.ofSeconds(10);

  private static @Nullable HostFolder current;

  private final SharedFolder folder;

  /** Held as long as the process lives. */
  @SuppressWarnings("unused") // the lock ends when nobody can reach it
  private final FileLock lock;

  private HostFolder(SharedFolder folder, FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Returns the process's folder; the first call makes it.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  static synchronized HostFolder get() {
    if (current == null || !Files.isDirectory(current.folder.path())) {
      Path place = place();
      sweep(place, YOUNG);
      HostFolder made = create(place);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(made.folder::deleteAll, "coachwhip-shared-memory"));
      current = made;
    }
    return current;
  }

  /** Memory where the system has files that are nothing else, and otherwise files. */
  private static Path place() {
    return Files.isDirectory(MEMORY_FILES) && Files.isWritable(MEMORY_FILES)
        ? MEMORY_FILES
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  static HostFolder create(Path place) {
    try {
      SharedFolder folder = SharedFolder.create(place.resolve(PREFIX + SharedFolder.randomName()));
      FileChannel channel =
          FileChannel.open(
              folder.path().resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new HostFolder(folder, channel.lock());
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for shared memory in " + place, e);
    }
  }

  /** Deletes what processes that have ended left behind. */
  static void sweep(Path place, Duration young) {
    Instant before = Instant.now().minus(young);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path each : folders) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(before) && isLeft(each)) {
          new SharedFolder(each).deleteAll();
        }
      }
    } catch (IOException e) {
      // Another user's, or just being deleted by another process.
    }
  }

  private static boolean isLeft(Path each) {
    try (FileChannel channel = FileChannel.open(each.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false; // another user's, or our own
    }
  }

  /** Returns the folder itself, for memory that the program shares with any worker. */
  SharedFolder folder() {
    return folder;
  }

  /** Makes a folder for one worker. */
  SharedFolder forWorker() {
    try {
      return SharedFolder.create(folder.path().resolve(SharedFolder.randomName()));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for shared memory", e);
    }
  }
}
