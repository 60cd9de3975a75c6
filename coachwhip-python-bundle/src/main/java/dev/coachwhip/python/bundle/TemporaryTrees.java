package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folders that trees are made in before they get their final names, and put in to be deleted.
 */
final class TemporaryTrees {

  private static final String PREFIX = ".unpack-";

  private final Path folder;

  TemporaryTrees(Path folder) {
    this.folder = folder;
  }

  /** Returns a new path in the folder; the process id in it helps a person who finds it. */
  Path newPath() {
    String random = UUID.randomUUID().toString().substring(0, 8);
    return folder.resolve(PREFIX + ProcessHandle.current().pid() + "-" + random);
  }

  /** Deletes what processes left behind that were killed; nobody may be unpacking. */
  void deleteAll() throws IOException {
    try (DirectoryStream<Path> trees = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path tree : trees) {
        delete(tree);
      }
    }
  }

  /** Deletes as much as it can: what is left costs room, but does no harm. */
  static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      Files.walkFileTree(tree, new Deletion());
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return remove(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) {
      return remove(folder);
    }

    private static FileVisitResult remove(Path file) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        // Windows keeps files that a program has open; the next unpacking tries again.
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
