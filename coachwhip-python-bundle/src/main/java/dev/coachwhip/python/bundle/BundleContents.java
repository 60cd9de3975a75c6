package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The jars that make up one prefix. CPython is always among them; NumPy never without OpenBLAS;
 * SciPy never without NumPy.
 */
final class BundleContents {

  /** Changes whenever the same jars are unpacked in another way, so that old trees are not used. */
  private static final int LAYOUT_REVISION = 1;

  private final Platform platform;
  private final Map<Component, ComponentJar> jars;

  private BundleContents(Platform platform, Map<Component, ComponentJar> jars) {
    this.platform = platform;
    this.jars = jars;
  }

  /**
   * Chooses from the jars that were found.
   *
   * @throws IOException if a jar is missing that must be there; the message has its coordinates
   */
  static BundleContents of(
      Platform platform, Map<Component, ComponentJar> found, boolean scipyWanted)
      throws IOException {
    Map<Component, ComponentJar> jars = new EnumMap<>(found);
    require(jars, Component.CPYTHON, platform, "CPython");
    if (!jars.containsKey(Component.NUMPY)) {
      jars.remove(Component.OPENBLAS);
      jars.remove(Component.SCIPY);
    } else {
      require(jars, Component.OPENBLAS, platform, "OpenBLAS, which NumPy needs,");
    }
    if (!scipyWanted) {
      jars.remove(Component.SCIPY);
    }
    return new BundleContents(platform, jars);
  }

  private static void require(
      Map<Component, ComponentJar> jars, Component component, Platform platform, String what)
      throws IOException {
    if (!jars.containsKey(component)) {
      throw new IOException(
          "%s for %s is neither on the module path nor on the class path; add the dependency %s"
              .formatted(what, platform.classifier(), component.coordinates(platform)));
    }
  }

  Iterable<ComponentJar> jars() {
    return jars.values();
  }

  PythonLayout layout() {
    return new PythonLayout(platform, cpython().upstreamVersion());
  }

  boolean hasNumpy() {
    return jars.containsKey(Component.NUMPY);
  }

  /**
   * The name of the folder for these jars: {@code
   * cpython-3.14.3-1.5.13-linux-x86_64+numpy-2.4.2-1.5.13-r1}. OpenBLAS is left out to keep paths
   * below the 260 characters that Windows allows.
   */
  String key() {
    StringBuilder key = new StringBuilder(fileName(cpython())).append('-');
    key.append(platform.classifier());
    for (Component component : new Component[] {Component.NUMPY, Component.SCIPY}) {
      ComponentJar jar = jars.get(component);
      if (jar != null) {
        key.append('+').append(fileName(jar));
      }
    }
    return key.append("-r").append(LAYOUT_REVISION).toString();
  }

  private static String fileName(ComponentJar jar) {
    return jar.component().filePrefix() + jar.version();
  }

  /** The components a user knows, with their versions: {@code "CPython 3.14.3, NumPy 2.4.2"}. */
  String description() {
    StringBuilder text = new StringBuilder();
    for (ComponentJar jar : jars.values()) {
      if (jar.component() != Component.OPENBLAS) {
        text.append(text.isEmpty() ? "" : ", ").append(jar.component().displayName());
        text.append(' ').append(jar.upstreamVersion());
      }
    }
    return text.toString();
  }

  private ComponentJar cpython() {
    ComponentJar jar = jars.get(Component.CPYTHON);
    if (jar == null) {
      throw new IllegalStateException("no CPython among " + jars.keySet());
    }
    return jar;
  }
}
