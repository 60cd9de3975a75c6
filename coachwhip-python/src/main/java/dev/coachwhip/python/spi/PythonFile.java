package dev.coachwhip.python.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Python code that belongs to a Java library. It runs once for the process, when one of its {@link
 * PythonFunction}s is first used, as the module {@code coachwhip.<name>}; errors leave its frames
 * out. It must work on every supported CPython.
 *
 * @param name the module's, after {@code coachwhip.}; begins with an underscore where scripts are
 *     not meant to import it
 * @param text the code
 */
public record PythonFile(String name, String text) {

  /** Checks that neither is null. */
  public PythonFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Reads a file from a jar.
   *
   * @param in the file, opened by the library itself, since a module's files are hidden from
   *     others; null if it is missing. Read to its end and closed.
   */
  public static PythonFile read(String name, @Nullable InputStream in) {
    try (in) {
      return new PythonFile(
          name,
          new String(
              Objects.requireNonNull(in, name + ".py is missing").readAllBytes(),
              StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a function or class that the file defines. */
  public PythonFunction function(String function) {
    return new PythonFunction(this, function);
  }
}
