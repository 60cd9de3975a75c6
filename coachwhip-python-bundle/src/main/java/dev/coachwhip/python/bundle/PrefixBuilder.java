package dev.coachwhip.python.bundle;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a working Python prefix in an empty folder. */
final class PrefixBuilder {

  private static final String NUMPY_HOOK = "_distributor_init_local.py";

  private final Unpacker unpacker;
  private final FreshInterpreter interpreter;

  PrefixBuilder(Unpacker unpacker, FreshInterpreter interpreter) {
    this.unpacker = unpacker;
    this.interpreter = interpreter;
  }

  /** The builder that programs use. */
  static PrefixBuilder ofThisProcess() {
    // Not Files.newOutputStream: an interrupt would close its channel, and say no more than that.
    return new PrefixBuilder(
        new Unpacker(file -> new FileOutputStream(file.toFile())), new ChildInterpreter());
  }

  /**
   * Unpacks the plan and adds what the jars lack.
   *
   * @throws UnusablePythonException if the interpreter does not run here; it is tried before the
   *     rest is unpacked
   */
  void build(UnpackPlan plan, Path prefix) throws IOException {
    PythonLayout layout = plan.contents().layout();
    Path executable = prefix.resolve(layout.executable());
    unpacker.unpack(plan.interpreter(), prefix);
    addCompilerRuntime(layout, prefix);
    makeExecutable(executable);
    interpreter.check(executable);
    unpacker.unpack(plan.rest(), prefix);
    if (!layout.platform().isWindows()) {
      addNames(executable);
    }
    if (plan.contents().hasNumpy()) {
      addNumpyHook(prefix.resolve(layout.sitePackages()));
    }
    interpreter.precompile(executable);
  }

  /** Jars keep no permissions. */
  private static void makeExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true, false)) {
      throw new IOException("Cannot make " + file + " executable");
    }
  }

  /** Copies, not links: the file is small, and not every file system has links. */
  private static void addNames(Path executable) throws IOException {
    for (String name : new String[] {"python3", "python"}) {
      Path copy = executable.resolveSibling(name);
      Files.deleteIfExists(copy);
      Files.copy(executable, copy);
      makeExecutable(copy);
    }
  }

  /**
   * NumPy needs Microsoft's C++ library, which its jar lacks. A Windows JDK has it beside {@code
   * java.exe}, where the embedded interpreter finds it; {@code python.exe} looks beside itself.
   */
  private static void addCompilerRuntime(PythonLayout layout, Path prefix) throws IOException {
    Path library = Path.of(System.getProperty("java.home"), "bin", "msvcp140.dll");
    if (layout.platform().isWindows() && Files.exists(library)) {
      Files.copy(library, prefix.resolve(library.getFileName()));
    }
  }

  private static void addNumpyHook(Path sitePackages) throws IOException {
    Files.writeString(
        sitePackages.resolve("numpy").resolve(NUMPY_HOOK), BundleResource.text(NUMPY_HOOK));
  }
}
