package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes a folder with all that is in it; links are deleted, not followed. */
final class Deletion extends SimpleFileVisitor<Path> {

  private Deletion() {}

  /**
   * Deletes a file or folder if it is there.
   *
   * @throws IOException if something of it stays, as what a program has open does on Windows
   */
  static void delete(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(path, new Deletion());
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.deleteIfExists(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
      throws IOException {
    if (problem != null) {
      throw problem;
    }
    Files.deleteIfExists(folder);
    return FileVisitResult.CONTINUE;
  }
}
