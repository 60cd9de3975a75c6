package dev.coachwhip.python.bundle;

/**
 * Where things are in the unpacked prefix, as paths below it with slashes. Python itself finds its
 * prefix by walking up from the executable to the folder that holds the standard library, so a
 * layout that CPython's own installers use needs no configuration.
 *
 * @param version CPython's, such as {@code "3.14.3"}
 */
record PythonLayout(Platform platform, String version) {

  /** The first two numbers of the version, which CPython's file names carry: {@code "3.14"}. */
  String shortVersion() {
    int second = version.indexOf('.', version.indexOf('.') + 1);
    return second < 0 ? version : version.substring(0, second);
  }

  String executable() {
    return platform.isWindows() ? "python.exe" : "bin/python" + shortVersion();
  }

  /**
   * The libpython. The executable's run path is {@code $ORIGIN}, {@code $ORIGIN/..} and {@code
   * $ORIGIN/../lib} ({@code @loader_path} on macOS), so it finds it in {@code lib}; Windows looks
   * beside the executable.
   */
  String library() {
    return switch (platform.operatingSystem()) {
      case WINDOWS -> libraryFileName();
      default -> "lib/" + libraryFileName();
    };
  }

  String libraryFileName() {
    return switch (platform.operatingSystem()) {
      case WINDOWS -> "python" + shortVersion().replace(".", "") + ".dll";
      case MACOS -> "libpython" + shortVersion() + ".dylib";
      default -> "libpython" + shortVersion() + ".so.1.0";
    };
  }

  String standardLibrary() {
    return platform.isWindows() ? "Lib" : "lib/python" + shortVersion();
  }

  String sitePackages() {
    return standardLibrary() + "/site-packages";
  }

  /**
   * The folder of OpenBLAS and the libraries it needs, which {@code _distributor_init_local.py}
   * opens before NumPy's extension modules ask for them.
   *
   * <p>On Linux and Windows it is where wheels put theirs. The macOS extension modules ask for
   * {@code @rpath/libopenblas.0.dylib} with the run path {@code @loader_path/../../../}, SciPy's
   * also {@code @loader_path/../../../../}: from {@code site-packages/numpy/linalg} that is the
   * standard library's folder, where dyld then finds the library even without our help.
   */
  String openBlasFolder() {
    return platform.operatingSystem() == OperatingSystem.MACOS
        ? standardLibrary()
        : sitePackages() + "/numpy.libs";
  }
}
