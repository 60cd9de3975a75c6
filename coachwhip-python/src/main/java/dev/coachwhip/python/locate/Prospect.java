package dev.coachwhip.python.locate;

import dev.coachwhip.python.spi.InstalledPython;
import dev.coachwhip.python.spi.PythonDistribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One thing to look at in a search. */
sealed interface Prospect {

  /** Returns the name of the place for people, such as {@code "VIRTUAL_ENV"}. */
  String place();

  /** Returns what was found there. */
  Optional<Path> path();

  /** Returns whether the user asked for just this, so that nothing else may stand in for it. */
  boolean binding();

  /** Returns the Python; may start a child process or unpack a bundle. */
  InstalledPython open() throws UnusablePythonException;

  /** Returns what a Python that {@link #open} returned is, in a few words. */
  default String describe(InstalledPython python) {
    return "CPython " + python.version();
  }

  /** A file or folder. */
  record OnDisk(String place, Path file, boolean binding, PathInspector inspector)
      implements Prospect {

    @Override
    public Optional<Path> path() {
      return Optional.of(file);
    }

    @Override
    public InstalledPython open() throws UnusablePythonException {
      return inspector.inspect(file);
    }
  }

  /** A Python that comes with the program. */
  record Bundled(PythonDistribution distribution) implements Prospect {

    static final String PLACE = "bundle";

    @Override
    public String place() {
      return PLACE;
    }

    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }

    @Override
    public boolean binding() {
      return false;
    }

    @Override
    public InstalledPython open() throws UnusablePythonException {
      try {
        return distribution.install();
      } catch (IOException e) {
        throw new UnusablePythonException(
            distribution.description() + " cannot be installed: " + e.getMessage(), e);
      }
    }

    @Override
    public String describe(InstalledPython python) {
      return distribution.description();
    }
  }

  /** A place where there is nothing to look at. */
  record Nothing(String place, String reason, boolean binding) implements Prospect {

    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }

    @Override
    public InstalledPython open() throws UnusablePythonException {
      throw new UnusablePythonException(reason);
    }
  }
}
