package dev.coachwhip.worker.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for one worker that nobody else may look into: the socket while it connects, its error
 * file, and its working folder if it gets one of its own.
 *
 * @param path its place; short, since the name of a socket may have no more than 107 bytes
 */
record LaunchFolder(Path path) {

  private static final int LONGEST_SOCKET_NAME = 100;

  /**
   * Makes one in the system's folder for temporary files.
   *
   * @throws IOException if it cannot be made
   */
  static LaunchFolder create() throws IOException {
    Path made = Files.createTempDirectory("cw"); // for the owner only, says its documentation
    if (made.resolve("s").toString().length() > LONGEST_SOCKET_NAME) {
      Files.delete(made);
      made = Files.createTempDirectory(Path.of("/tmp"), "cw");
    }
    LaunchFolder folder = new LaunchFolder(made);
    Files.createDirectory(folder.workingFolder());
    Files.createFile(folder.errorFile());
    return folder;
  }

  /** Returns where the socket is while the worker connects. */
  Path socket() {
    return path.resolve("s");
  }

  /** Returns where the JVM writes how it crashed. */
  Path errorFile() {
    return path.resolve("hs_err.log");
  }

  /** Returns an empty folder. */
  Path workingFolder() {
    return path.resolve("w");
  }

  /** What a worker reads here that may read no other files. */
  List<Path> readable() {
    return List.of(workingFolder());
  }

  /** What a worker writes here that may write no other files: how its JVM crashed. */
  List<Path> writable() {
    return List.of(errorFile());
  }

  /** Deletes it with all that is in it, as far as that is possible. */
  void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      all.sorted(Comparator.reverseOrder()).forEach(LaunchFolder::deleteQuietly);
    } catch (IOException | UncheckedIOException e) {
      // Somebody else deletes it too; there is nothing to be done about the rest.
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      boolean _ = Files.deleteIfExists(file);
    } catch (IOException e) {
      // As above.
    }
  }
}
