package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Text files that are there as a whole or not at all. */
final class WholeFile {

  private WholeFile() {}

  /** Writes lines to a new file beside it, which then takes its place in one step. */
  static void write(Path file, List<String> lines) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), ".new-", ".txt");
    try {
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
