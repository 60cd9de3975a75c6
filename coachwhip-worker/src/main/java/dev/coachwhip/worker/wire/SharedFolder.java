package dev.coachwhip.worker.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * A folder with files that are memory, for this user only.
 *
 * @param path the folder
 */
record SharedFolder(Path path) {

  // A file is there from when the host makes it until the worker has mapped it. No file is made by
  // a worker, and none is opened that a worker named.

  private static final int NAME_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 20);

  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /** Returns a name that nobody guesses. */
  static String randomName() {
    byte[] bytes = new byte[NAME_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Makes a folder for this user only. */
  static SharedFolder create(Path path) throws IOException {
    return new SharedFolder(Files.createDirectory(path, onlyOwner("rwx------")));
  }

  static FileAttribute<?>[] onlyOwner(String permissions) {
    return IS_POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Makes a file of zeros and maps it.
   *
   * <p>The zeros are written and not left to be made by the first touch: where there is no room
   * left that is an error here, and later would be the end of the process that touches.
   *
   * @throws UncheckedIOException if there is no room for it
   */
  MemorySegment create(String name, long bytes, Arena arena) {
    Path file = path.resolve(name);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, onlyOwner("rw-------"))) {
      fill(channel, bytes);
      return channel.map(MapMode.READ_WRITE, 0, bytes, arena);
    } catch (IOException e) {
      delete(name);
      throw new UncheckedIOException("no shared memory of " + bytes + " bytes in " + path, e);
    }
  }

  private static void fill(FileChannel channel, long bytes) throws IOException {
    for (long at = 0; at < bytes; ) {
      ByteBuffer zeros = ZEROS.slice(0, (int) Math.min(ZEROS.capacity(), bytes - at));
      at += channel.write(zeros, at);
    }
  }

  /**
   * Maps a file that another process made.
   *
   * @throws UncheckedIOException if it cannot be opened
   */
  MemorySegment open(String name, long bytes, Arena arena) {
    try (FileChannel channel =
        FileChannel.open(
            path.resolve(name),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      return channel.map(MapMode.READ_WRITE, 0, bytes, arena);
    } catch (IOException e) {
      throw new UncheckedIOException("shared memory of " + bytes + " bytes cannot be mapped", e);
    }
  }

  /** Gives a file of this folder's file system a name here. */
  void link(String name, Path file) {
    try {
      Path _ = Files.createLink(path.resolve(name), file);
    } catch (IOException e) {
      throw new UncheckedIOException("shared memory cannot be handed over", e);
    }
  }

  /** Deletes a file if it is there; the memory stays while it is mapped. */
  void delete(String name) {
    try {
      boolean _ = Files.deleteIfExists(path.resolve(name));
    } catch (IOException e) {
      // A system that does not delete what is in use: it goes with the folder.
    }
  }

  /** Deletes the folder, as far as it can be. */
  void deleteAll() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          new SharedFolder(file).deleteAll();
        } else {
          delete(file.getFileName().toString());
        }
      }
      boolean _ = Files.deleteIfExists(path);
    } catch (IOException e) {
      // Deleted by the next program that starts here.
    }
  }
}
