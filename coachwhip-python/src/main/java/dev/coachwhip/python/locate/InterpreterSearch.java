package dev.coachwhip.python.locate;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.python.PythonInstallations.Candidate;
import dev.coachwhip.python.spi.InstalledPython;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the Python to embed: the builder's option, {@code COACHWHIP_PYTHON}, an active venv, an
 * active conda environment, the bundle, {@code python3} on PATH. The first that is usable counts,
 * but what the user named in the option or in {@code COACHWHIP_PYTHON} counts in any case.
 */
public final class InterpreterSearch {

  private final Prospects prospects;

  InterpreterSearch(SearchEnvironment environment) {
    prospects = new Prospects(environment);
  }

  /**
   * Returns the Python to embed. Starts one child process per executable looked at, and none if the
   * bundle is reached first.
   *
   * @param explicit the builder's option: a python executable, a venv, a prefix, a libpython, or a
   *     command on PATH; null if it was not given
   * @throws BackendException if there is none; lists every place and what was wrong with it
   */
  public static FoundPython find(@Nullable String explicit) {
    return new InterpreterSearch(SearchEnvironment.ofProcess()).first(explicit);
  }

  /**
   * Looks at every place, past the first usable one too. A bundle that is not chosen is taken at
   * its word and not installed.
   *
   * @param explicit as for {@link #find}
   */
  public static List<Candidate> candidates(@Nullable String explicit) {
    return new InterpreterSearch(SearchEnvironment.ofProcess()).all(explicit);
  }

  /**
   * Returns all that decides which Python {@link #find} returns, but for the state of the files:
   * the same text means the same search. Starts no process.
   *
   * @param explicit as for {@link #find}
   */
  public static String settings(@Nullable String explicit) {
    SearchEnvironment environment = SearchEnvironment.ofProcess();
    return explicit == null
        ? environment.settings()
        : "option " + explicit + "\n" + environment.variables().get("PATH");
  }

  private record Refusal(Prospect prospect, String reason) {

    String line() {
      return prospect.place() + ": " + reason;
    }
  }

  FoundPython first(@Nullable String explicit) {
    List<Refusal> refusals = new ArrayList<>();
    for (SearchPlace place : SearchPlace.values()) {
      for (Prospect prospect : prospects.at(place, explicit)) {
        try {
          FoundPython found = open(prospect);
          warnOf(refusals, found.python());
          return found;
        } catch (UnusablePythonException e) {
          refusals.add(refusal(prospect, e));
        }
      }
    }
    throw nothingUsable(refusals);
  }

  private static FoundPython open(Prospect prospect) throws UnusablePythonException {
    boolean bundled = prospect instanceof Prospect.Bundled;
    return new FoundPython(prospect.open(), prospect.place(), bundled);
  }

  private static Refusal refusal(Prospect prospect, UnusablePythonException problem) {
    Refusal refusal = new Refusal(prospect, problem.reason());
    if (prospect.binding()) {
      throw failure("the Python that was asked for cannot be used: " + refusal.line(), problem);
    }
    return refusal;
  }

  /** A script may miss the packages of a Python that was passed over; this says why. */
  private static void warnOf(List<Refusal> refusals, InstalledPython chosen) {
    for (Refusal refusal : refusals) {
      if (!(refusal.prospect() instanceof Prospect.Nothing)) {
        // Fetched here: most searches need no logger, and logging takes long to start.
        System.getLogger(InterpreterSearch.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "passed over {0}; using {1}",
                refusal.line(),
                chosen.executable());
      }
    }
  }

  private static BackendException nothingUsable(List<Refusal> refusals) {
    String lines =
        refusals.stream().map(refusal -> "\n  " + refusal.line()).collect(Collectors.joining());
    return failure(
        "no usable CPython %s or later was found; add coachwhip-python-bundle, or name one in COACHWHIP_PYTHON%s"
            .formatted(PythonVersion.OLDEST_SUPPORTED, lines),
        null);
  }

  private static BackendException failure(String message, @Nullable Exception cause) {
    return new BackendException(ErrorDetails.of("python", message).causedBy(cause));
  }

  List<Candidate> all(@Nullable String explicit) {
    List<Candidate> candidates = new ArrayList<>();
    boolean decided = false;
    for (SearchPlace place : SearchPlace.values()) {
      for (Prospect prospect : prospects.at(place, explicit)) {
        Candidate candidate = judge(prospect, decided);
        decided |= candidate.chosen() || prospect.binding();
        candidates.add(candidate);
      }
    }
    return List.copyOf(candidates);
  }

  private static Candidate judge(Prospect prospect, boolean decided) {
    if (decided && prospect instanceof Prospect.Bundled bundled) {
      String description = bundled.distribution().description();
      return new Candidate(prospect.place(), Optional.empty(), description, true, false);
    }
    try {
      InstalledPython python = prospect.open();
      return new Candidate(
          prospect.place(),
          prospect.path().or(() -> Optional.of(python.executable())),
          prospect.describe(python),
          true,
          !decided);
    } catch (UnusablePythonException e) {
      return new Candidate(prospect.place(), prospect.path(), e.reason(), false, false);
    }
  }
}
