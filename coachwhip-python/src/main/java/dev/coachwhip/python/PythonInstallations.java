package dev.coachwhip.python;

import dev.coachwhip.python.locate.InterpreterSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interpreters that the Python backend would consider, in order, with what it thinks of each.
 * Starts no interpreter in this process; candidates are asked in child processes.
 */
public final class PythonInstallations {

  private PythonInstallations() {}

  /**
   * One place that was looked at.
   *
   * @param place such as {@code "COACHWHIP_PYTHON"} or {@code "python3 on PATH"}
   * @param path what was found there
   * @param outcome {@code "CPython 3.12.1"}, or what is wrong with it
   * @param usable whether it could be used
   * @param chosen whether it is the one an engine would use
   */
  public record Candidate(
      String place, Optional<Path> path, String outcome, boolean usable, boolean chosen) {}

  /**
   * Looks at every place, past the first usable one too.
   *
   * @param explicit what the builder's option {@code "python"} would be; null for none
   */
  public static List<Candidate> search(@Nullable String explicit) {
    return InterpreterSearch.candidates(explicit);
  }
}
