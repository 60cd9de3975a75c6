package dev.coachwhip.python.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is asked of a libpython before it is loaded. */
final class LibraryFile {

  private LibraryFile() {}

  /** Checks that a file is a shared library which this JVM can load. */
  static void require(Path file) throws UnusablePythonException {
    BinaryHeader header =
        header(file)
            .filter(BinaryHeader::loadable)
            .orElseThrow(() -> new UnusablePythonException(file + " is not a shared library"));
    header.requireArchitectureOfJvm(file);
  }

  private static Optional<BinaryHeader> header(Path file) throws UnusablePythonException {
    if (file.toString().endsWith(".a")) {
      throw new UnusablePythonException(
          file + " is a static library, which cannot be loaded; a shared libpython is needed");
    }
    if (!Files.isRegularFile(file)) {
      throw new UnusablePythonException(file + " does not exist");
    }
    try {
      return BinaryHeader.read(file);
    } catch (IOException e) {
      throw new UnusablePythonException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
