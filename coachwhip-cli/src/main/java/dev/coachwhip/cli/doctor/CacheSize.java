package dev.coachwhip.cli.doctor;

import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Adds up the files in a folder; those that vanish or may not be read count nothing. */
final class CacheSize extends SimpleFileVisitor<Path> {

  private static final long BYTES_PER_MIB = 1 << 20;

  private long bytes;

  private CacheSize() {}

  /** Returns Coachwhip's cache folder and its size, in words. */
  static String describe() {
    try {
      Path folder = CacheFolder.locate();
      return folder + " (" + (Files.isDirectory(folder) ? sizeOf(folder) : "not there") + ")";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String sizeOf(Path folder) throws IOException {
    CacheSize size = new CacheSize();
    Files.walkFileTree(folder, size);
    return Math.ceilDiv(size.bytes, BYTES_PER_MIB) + " MiB";
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    bytes += attributes.size();
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    return FileVisitResult.CONTINUE;
  }
}
