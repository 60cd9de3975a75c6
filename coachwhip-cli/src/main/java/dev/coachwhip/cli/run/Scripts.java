package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the script and the backend that the command line names. */
public final class Scripts {

  /** The file argument that stands for the standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final String DEFAULT_BACKEND = "python";

  private Scripts() {}

  /**
   * Reads a script.
   *
   * @param file a path, or {@link #STANDARD_INPUT}
   * @throws UsageException if it cannot be read or is not text
   */
  public static ScriptSource read(String file, InputStream standardInput) {
    try {
      return file.equals(STANDARD_INPUT)
          ? ScriptSource.of("<stdin>", readText(standardInput))
          : ScriptSource.load(Path.of(file));
    } catch (UncheckedIOException e) {
      throw new UsageException(message(e), e);
    } catch (CharacterCodingException e) {
      throw new UsageException("the standard input is not UTF-8 text", e);
    } catch (IOException e) {
      throw new UsageException("cannot read the standard input: " + e.getMessage(), e);
    }
  }

  private static String message(UncheckedIOException e) {
    Throwable cause = e.getCause(); // its message alone: e's own begins with the class name
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static String readText(InputStream in) throws IOException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(in.readAllBytes()))
        .toString();
  }

  /**
   * Returns the backend for a script.
   *
   * @param asked the backend asked for; null to go by the file's extension
   * @throws UsageException if there is no such backend
   */
  public static String backendFor(String file, @Nullable String asked) {
    try {
      if (asked != null) {
        return known(asked);
      }
      return file.equals(STANDARD_INPUT)
          ? known(DEFAULT_BACKEND)
          : ScriptEngines.backendFor(Path.of(file));
    } catch (BackendException e) {
      throw new UsageException(e.getMessage() + "; or name one with --engine", e);
    }
  }

  /**
   * Returns a backend's name if it is available.
   *
   * @throws UsageException if it is not
   */
  public static String known(String backend) {
    if (!ScriptEngines.available().contains(backend)) {
      throw new UsageException(
          "there is no script backend '" + backend + "'; available: " + ScriptEngines.available());
    }
    return backend;
  }
}
