package dev.coachwhip.python.locate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A venv's own file about itself, {@code pyvenv.cfg}.
 *
 * @see <a href="https://docs.python.org/3.14/library/venv.html">The module venv</a>
 */
final class VirtualEnvironment {

  private static final String FILE = "pyvenv.cfg";

  private VirtualEnvironment() {}

  /** Returns whether a folder is a venv, intact or not. */
  static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /** Checks that the interpreter which a venv was made with is still there. */
  static void requireIntact(Path folder) throws UnusablePythonException {
    String home =
        home(folder)
            .orElseThrow(() ->
                new UnusablePythonException(
                    folder + " is a broken venv: its " + FILE + " has no 'home' line"));
    if (!Files.isDirectory(Path.of(home))) {
      throw new UnusablePythonException(
          "%s is a broken venv: it was made with the Python in %s, which does not exist any more"
              .formatted(folder, home));
    }
  }

  private static Optional<String> home(Path folder) throws UnusablePythonException {
    try (Stream<String> lines = Files.lines(folder.resolve(FILE))) {
      return lines
          .map(line -> line.split("=", 2))
          .filter(entry -> entry.length == 2 && entry[0].strip().equalsIgnoreCase("home"))
          .map(entry -> entry[1].strip())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      throw new UnusablePythonException(
          "%s is a broken venv: its %s cannot be read: %s".formatted(folder, FILE, e.getMessage()),
          e);
    }
  }
}
