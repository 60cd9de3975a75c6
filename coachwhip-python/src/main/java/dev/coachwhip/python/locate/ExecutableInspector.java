package dev.coachwhip.python.locate;

import dev.coachwhip.python.spi.InstalledPython;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Judges a python executable: first the file, then what it says of itself. */
final class ExecutableInspector {

  private final InterpreterProbe probe;
  private final boolean windows;

  ExecutableInspector(InterpreterProbe probe, boolean windows) {
    this.probe = probe;
    this.windows = windows;
  }

  /** Returns the installation that an executable belongs to, with its own libpython. */
  InstalledPython inspect(Path executable) throws UnusablePythonException {
    ProbeReport report = ask(executable);
    PythonVersion version = supportedVersion(executable, report);
    Path library = new LibraryLocator(executable, report, version).locate();
    return installation(report, library);
  }

  /** Returns the installation that an executable belongs to, with a libpython that was given. */
  InstalledPython inspect(Path executable, Path library, PythonVersion ofLibrary)
      throws UnusablePythonException {
    ProbeReport report = ask(executable);
    PythonVersion version = supportedVersion(executable, report);
    if (!version.equals(ofLibrary)) {
      throw new UnusablePythonException(
          "%s is Python %s and does not belong to %s".formatted(executable, version, library));
    }
    InstalledPython found = installation(report, library);
    if (!isIn(found.home(), library)) {
      throw new UnusablePythonException(
          "%s has its prefix in %s, to which %s does not belong"
              .formatted(executable, found.home(), library));
    }
    return found;
  }

  private static boolean isIn(Path folder, Path file) throws UnusablePythonException {
    try {
      return file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      throw new UnusablePythonException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static InstalledPython installation(ProbeReport report, Path library)
      throws UnusablePythonException {
    // The child's own sys.executable: a shim stands for another file, a venv's link for itself.
    return new InstalledPython(
        Path.of(report.require("base_prefix")),
        Path.of(report.require("executable")),
        library,
        report.require("version"));
  }

  private ProbeReport ask(Path executable) throws UnusablePythonException {
    requireProgram(executable);
    Path folder = executable.toAbsolutePath().resolve("../..").normalize();
    if (VirtualEnvironment.is(folder)) {
      VirtualEnvironment.requireIntact(folder);
    }
    return probe.ask(executable);
  }

  private static PythonVersion supportedVersion(Path executable, ProbeReport report)
      throws UnusablePythonException {
    String text = report.require("version");
    String implementation = report.require("implementation");
    if (!implementation.equals("cpython")) {
      throw new UnusablePythonException(
          "%s is %s %s, not CPython".formatted(executable, displayName(implementation), text));
    }
    return PythonVersion.parse(text)
        .filter(PythonVersion::isSupported)
        .map(version -> version.withAbiFlags(report.value("abiflags").orElse("")))
        .orElseThrow(() ->
            new UnusablePythonException(
                "%s is Python %s; CPython %s or later is needed"
                    .formatted(executable, text, PythonVersion.OLDEST_SUPPORTED)));
  }

  private static String displayName(String implementation) {
    return switch (implementation) {
      case "pypy" -> "PyPy";
      case "graalpy" -> "GraalPy";
      default -> "the Python implementation " + implementation;
    };
  }

  private void requireProgram(Path executable) throws UnusablePythonException {
    requireTarget(executable);
    if (!Files.isExecutable(executable)) {
      throw new UnusablePythonException(executable + " may not be executed");
    }
    try {
      Optional<BinaryHeader> header = BinaryHeader.read(executable);
      if (header.isPresent()) {
        header.get().requireArchitectureOfJvm(executable);
      } else if (!windows && !isScript(executable)) {
        // Java would hand it to sh, line by line.
        throw new UnusablePythonException(executable + " is not a program");
      }
    } catch (IOException e) {
      throw new UnusablePythonException(executable + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireTarget(Path executable) throws UnusablePythonException {
    if (Files.isSymbolicLink(executable) && !Files.exists(executable)) {
      throw new UnusablePythonException(
          "%s is a link to %s, which does not exist".formatted(executable, targetOf(executable)));
    }
    if (!Files.isRegularFile(executable)) {
      throw new UnusablePythonException(executable + " does not exist");
    }
  }

  private static String targetOf(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "a file";
    }
  }

  private static boolean isScript(Path executable) throws IOException {
    try (InputStream in = Files.newInputStream(executable)) {
      return Arrays.equals(in.readNBytes(2), new byte[] {'#', '!'});
    }
  }
}
