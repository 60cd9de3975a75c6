package dev.coachwhip.tests.errors;

import dev.coachwhip.ScriptEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A script that fails, of the resources.
 *
 * @param name its name without {@code .py}
 * @param text its text; where it begins with {@code # needs 3.11}, older versions lack something
 * @param file where it is
 */
record ErrorCase(String name, String text, Path file) {

  static Stream<ErrorCase> all(String folder) {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .sorted()
          .map(ErrorCase::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(ErrorCase.class.getResource("/errors/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ErrorCase read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".py", "");
      return new ErrorCase(name, Files.readString(file), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean runsOn(ScriptEngine python) {
    return !text.startsWith("# needs 3.11")
        || python.executeScript("import sys\nsys.version_info >= (3, 11)").asBoolean();
  }

  @Override
  public String toString() {
    return name;
  }
}
