package dev.coachwhip.python.locate;

import dev.coachwhip.python.spi.InstalledPython;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Judges a path of any kind: a python executable, a venv, a prefix, or a libpython. */
final class PathInspector {

  /** In a prefix such as {@code /usr}, {@code bin/python} may be a Python 2. */
  private static final List<String> IN_PREFIX = List.of("bin/python3", "bin/python", "python.exe");

  private static final List<String> IN_VENV =
      List.of("bin/python", "bin/python3", "Scripts/python.exe");

  private final ExecutableInspector executables;
  private final LibraryInspector libraries;

  PathInspector(SearchEnvironment environment) {
    InterpreterProbe probe = new InterpreterProbe(environment.variables());
    executables = new ExecutableInspector(probe, environment.windows());
    libraries = new LibraryInspector(executables);
  }

  /** Returns the installation that a path stands for. */
  InstalledPython inspect(Path path) throws UnusablePythonException {
    Path absolute = path.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      return executables.inspect(executableIn(absolute));
    }
    return LibraryInspector.accepts(absolute)
        ? libraries.inspect(absolute)
        : executables.inspect(absolute);
  }

  private static Path executableIn(Path folder) throws UnusablePythonException {
    boolean venv = VirtualEnvironment.is(folder);
    List<String> names = venv ? IN_VENV : IN_PREFIX;
    return names.stream()
        .map(folder::resolve)
        // A dangling link counts: the message about it is the better one.
        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .orElseThrow(() ->
            new UnusablePythonException(
                venv
                    ? folder + " is a broken venv: it has no bin/python or Scripts/python.exe"
                    : folder + " is not a Python prefix: it has no bin/python3 or python.exe"));
  }
}
