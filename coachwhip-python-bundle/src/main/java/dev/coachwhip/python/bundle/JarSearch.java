package dev.coachwhip.python.bundle;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipFile;

/**
 * Finds the jars of the components for one platform. Where a component is found twice, the first
 * counts, as for classes.
 */
final class JarSearch {

  // By file name first: it opens no jar, which keeps a second start fast, and it sees the module
  // path, where nobody requires the modules of these jars, so that they are not resolved and their
  // resources are in no class loader. Resources are the way when the names say nothing: a program
  // in one jar, or a class path in a manifest.

  private final Platform platform;
  private final Map<Component, ComponentJar> found = new EnumMap<>(Component.class);

  private JarSearch(Platform platform) {
    this.platform = platform;
  }

  /**
   * Returns the jars that are there; a component without one is not in the map.
   *
   * @param path entries of a class path or module path, separated as this system does
   * @param loader where to look for resources if the path has no CPython
   * @throws IOException if an entry cannot be read, or the files are in a jar inside a jar
   */
  static Map<Component, ComponentJar> find(Platform platform, String path, ClassLoader loader)
      throws IOException {
    JarSearch search = new JarSearch(platform);
    for (String entry : path.split(File.pathSeparator, -1)) {
      search.addEntry(entry);
    }
    if (!search.found.containsKey(Component.CPYTHON)) {
      search.addResources(loader);
    }
    return search.found;
  }

  /** This process's module path and class path, in that order. */
  static String pathOfThisProcess() {
    return System.getProperty("jdk.module.path", "")
        + File.pathSeparator
        + System.getProperty("java.class.path", "");
  }

  private void addEntry(String entry) throws IOException {
    if (entry.isEmpty()) {
      return;
    }
    if (!entry.endsWith(".jar")) {
      addFolder(entry);
    } else if (entry.endsWith(fileSuffix())) {
      addNamed(Path.of(entry));
    }
  }

  private void addFolder(String entry) throws IOException {
    Path folder = Path.of(entry);
    if (!Files.isDirectory(folder)) {
      return;
    }
    String suffix = fileSuffix();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> file.toString().endsWith(suffix))) {
      files.forEach(this::addNamed);
    }
  }

  private void addNamed(Path file) {
    for (Component component : Component.values()) {
      Optional<String> version = versionInName(component, file);
      if (version.isPresent() && !found.containsKey(component) && Files.isRegularFile(file)) {
        found.put(component, new ComponentJar(component, file, version.get()));
      }
    }
  }

  private Optional<String> versionInName(Component component, Path file) {
    String name = file.getFileName().toString();
    String prefix = component.filePrefix();
    int end = name.length() - fileSuffix().length();
    return name.startsWith(prefix) && name.endsWith(fileSuffix()) && end > prefix.length()
        ? Optional.of(name.substring(prefix.length(), end))
        : Optional.empty();
  }

  private String fileSuffix() {
    return "-" + platform.classifier() + ".jar";
  }

  private void addResources(ClassLoader loader) throws IOException {
    for (Component component : Component.values()) {
      URL landmark = loader.getResource(component.root(platform) + landmark(component));
      if (landmark != null) {
        Path jar = jarOf(component, landmark);
        Optional<String> named = versionInName(component, jar);
        String version = named.isPresent() ? named.get() : versionInside(component, jar);
        found.put(component, new ComponentJar(component, jar, version));
      }
    }
  }

  /** A file that every version of the component has. */
  private String landmark(Component component) {
    return switch (component) {
      case CPYTHON -> platform.isWindows() ? "python.exe" : "bin/python3";
      case NUMPY -> "numpy/__init__.py";
      case SCIPY -> "scipy/__init__.py";
      case OPENBLAS ->
          switch (platform.operatingSystem()) {
            case WINDOWS -> "libopenblas.dll";
            case MACOS -> "libopenblas.0.dylib";
            default -> "libopenblas.so.0";
          };
    };
  }

  private static Path jarOf(Component component, URL landmark) throws IOException {
    try {
      if (landmark.openConnection() instanceof JarURLConnection connection) {
        URI jar = connection.getJarFileURL().toURI();
        if ("file".equals(jar.getScheme())) {
          return Path.of(jar);
        }
      }
    } catch (URISyntaxException e) {
      throw new IOException("Not the address of a file: " + landmark, e);
    }
    throw new IOException(
        component.displayName()
            + " must be in a jar that is a file of its own, but is at "
            + landmark);
  }

  private static String versionInside(Component component, Path jar) throws IOException {
    String name = "META-INF/maven/org.bytedeco/" + component.artifactId() + "/pom.properties";
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      var entry = zip.getEntry(name);
      Properties pom = new Properties();
      if (entry != null) {
        pom.load(zip.getInputStream(entry));
      }
      return pom.getProperty("version", BuiltWith.version(component));
    }
  }
}
