package dev.coachwhip.python.locate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the libpython of an interpreter. What its build recorded comes first, but is not to be
 * relied on: conda records a static library and ships a shared one as well, relocatable builds
 * record the folder of the build machine, and Debian records a shared library that is in a package
 * of its own.
 */
final class LibraryLocator {

  private final Path executable;
  private final ProbeReport report;
  private final PythonVersion version;

  LibraryLocator(Path executable, ProbeReport report, PythonVersion version) {
    this.executable = executable;
    this.report = report;
    this.version = version;
  }

  /** Returns the first shared library that is there and that this JVM can load. */
  Path locate() throws UnusablePythonException {
    Optional<UnusablePythonException> firstProblem = Optional.empty();
    for (Path candidate : candidates()) {
      try {
        LibraryFile.require(candidate);
        return candidate;
      } catch (UnusablePythonException e) {
        firstProblem = firstProblem.or(() -> Optional.of(e));
      }
    }
    throw firstProblem.orElseGet(this::missing);
  }

  private List<Path> candidates() {
    Set<String> names = names();
    return folders().stream()
        .flatMap(folder -> names.stream().map(folder::resolve))
        .filter(Files::isRegularFile)
        .toList();
  }

  private Set<Path> folders() {
    Optional<Path> prefix = report.path("base_prefix");
    Optional<Path> libraries = report.path("LIBDIR");
    Optional<String> multiarch = report.value("MULTIARCH");
    return Stream.of(
            libraries,
            libraries.flatMap(folder -> multiarch.map(folder::resolve)),
            report.path("PYTHONFRAMEWORKPREFIX"),
            prefix.map(folder -> folder.resolve("lib")),
            prefix.flatMap(folder -> multiarch.map(folder.resolve("lib")::resolve)),
            prefix.map(folder -> folder.resolve("lib64")),
            prefix,
            report.path("base_executable").map(Path::getParent),
            report.path("LIBPL"))
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<String> names() {
    return Stream.concat(
            Stream.of("INSTSONAME", "LDLIBRARY").map(report::value).flatMap(Optional::stream),
            usualNames().stream())
        .filter(name -> !name.endsWith(".a"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> usualNames() {
    String stem = "libpython" + version;
    return switch (report.value("platform").orElse("")) {
      case "win32" -> List.of("python" + version.toString().replace(".", "") + ".dll");
      case "darwin" -> List.of(stem + ".dylib", "Python");
      default -> List.of(stem + ".so.1.0", stem + ".so");
    };
  }

  private UnusablePythonException missing() {
    return new UnusablePythonException(report.builtShared() ? notInstalled() : staticBuild());
  }

  private String staticBuild() {
    return "%s is a static build: Py_ENABLE_SHARED is 0 and there is no libpython; install the shared library (Debian: libpython%s, pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared)"
        .formatted(executable, version);
  }

  private String notInstalled() {
    String names = String.join(" or ", names());
    String folders = folders().stream().map(Path::toString).collect(Collectors.joining(", "));
    return "%s has no libpython: %s is not in %s; install it (Debian: libpython%s)"
        .formatted(executable, names, folders, version);
  }
}
