package dev.coachwhip.python.locate;

import dev.coachwhip.python.spi.InstalledPython;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges a libpython that was named itself. An interpreter that belongs to it has to be found too:
 * {@code subprocess}, {@code multiprocessing} and {@code venv} start {@code sys.executable}.
 */
final class LibraryInspector {

  /** From {@code /usr/lib/x86_64-linux-gnu} to {@code /usr}, where {@code bin} is, it is two. */
  private static final int LEVELS_UP = 3;

  private final ExecutableInspector executables;

  LibraryInspector(ExecutableInspector executables) {
    this.executables = executables;
  }

  /** Returns whether a path is named as a libpython is; programs are not. */
  static boolean accepts(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith("libpython")
        || PythonVersion.ofLibraryName(name).isPresent()
        || name.equals("python3.dll")
        || isFrameworkLibrary(file);
  }

  /** {@code Python.framework/Versions/3.12/Python}; the program of that name is further down. */
  private static boolean isFrameworkLibrary(Path file) {
    return file.endsWith("Python")
        && file.getNameCount() > 2
        && file.getName(file.getNameCount() - 3).toString().equals("Versions");
  }

  /** Returns the installation that a libpython belongs to. */
  InstalledPython inspect(Path library) throws UnusablePythonException {
    LibraryFile.require(library);
    PythonVersion version = versionOf(library);
    Optional<UnusablePythonException> firstProblem = Optional.empty();
    for (Path executable : executablesNear(library, version)) {
      try {
        return executables.inspect(executable, library, version);
      } catch (UnusablePythonException e) {
        firstProblem = firstProblem.or(() -> Optional.of(e));
      }
    }
    throw firstProblem.orElseGet(() -> alone(library, version));
  }

  private static PythonVersion versionOf(Path library) throws UnusablePythonException {
    PythonVersion version =
        declaredVersion(library)
            .orElseThrow(() ->
                new UnusablePythonException(
                    library + " does not name its version; give the libpython3.X beside it"));
    if (!version.isSupported()) {
      throw new UnusablePythonException(
          "%s is Python %s; CPython %s or later is needed"
              .formatted(library, version, PythonVersion.OLDEST_SUPPORTED));
    }
    return version;
  }

  private static Optional<PythonVersion> declaredVersion(Path library) {
    return isFrameworkLibrary(library)
        ? PythonVersion.parse(library.getName(library.getNameCount() - 2).toString())
        : PythonVersion.ofLibraryName(String.valueOf(library.getFileName()));
  }

  private static List<Path> executablesNear(Path library, PythonVersion version) {
    List<String> names = List.of("bin/python" + version, "bin/python3", "bin/python", "python.exe");
    return Stream.iterate(library.toAbsolutePath().getParent(), f -> f != null, Path::getParent)
        .limit(LEVELS_UP)
        .flatMap(folder -> names.stream().map(folder::resolve))
        .filter(Files::exists)
        .toList();
  }

  private static UnusablePythonException alone(Path library, PythonVersion version) {
    return new UnusablePythonException(
        "%s has no python%s near it, which sys.executable must be; give the path of the executable"
            .formatted(library, version));
  }
}
