package dev.coachwhip.python.bundle;

import dev.coachwhip.python.spi.InstalledPython;
import dev.coachwhip.python.spi.PythonDistribution;
import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * CPython with NumPy and SciPy out of the {@code org.bytedeco} jars on the module path or class
 * path, unpacked to {@code python} in the {@link CacheFolder} at the first use. Later uses look at
 * a few files and open no jar.
 *
 * <p>SciPy is left out if its jar is not there, or if the system property {@code
 * coachwhip.bundle.scipy} or the environment variable {@code COACHWHIP_BUNDLE_SCIPY} is {@code
 * false}.
 */
public final class PythonBundle implements PythonDistribution {

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public PythonBundle() {}

  @Override
  public String description() {
    try {
      return "bundle (" + contents().description() + ")";
    } catch (IOException e) {
      return "bundle (" + e.getMessage() + ")";
    }
  }

  @Override
  public InstalledPython install() throws IOException {
    BundleContents contents = contents();
    PythonLayout layout = contents.layout();
    Path cache = CacheFolder.locate().resolve("python");
    Path prefix = new TreeCache(cache, PrefixBuilder.ofThisProcess()).prefix(contents);
    return new InstalledPython(
        prefix,
        prefix.resolve(layout.executable()),
        prefix.resolve(layout.library()),
        layout.version());
  }

  private static BundleContents contents() throws IOException {
    Platform platform = platform();
    var jars =
        JarSearch.find(
            platform, JarSearch.pathOfThisProcess(), PythonBundle.class.getClassLoader());
    return BundleContents.of(platform, jars, scipyWanted(Settings.ofThisProcess()));
  }

  private static Platform platform() throws IOException {
    String name = System.getProperty("os.name");
    String arch = System.getProperty("os.arch");
    return Platform.of(name, arch)
        .orElseThrow(() ->
            new IOException("There are no org.bytedeco:cpython jars for " + name + " on " + arch));
  }

  static boolean scipyWanted(Settings settings) {
    return settings.get("coachwhip.bundle.scipy").map(Boolean::parseBoolean).orElse(true);
  }
}
