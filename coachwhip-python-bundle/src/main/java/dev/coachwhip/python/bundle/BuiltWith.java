package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The component versions that this module is built and tested with. */
final class BuiltWith {

  private static final Properties VERSIONS = read();

  private BuiltWith() {}

  /** Returns such as {@code "3.14.3-1.5.13"}: the component's own version, then JavaCPP's. */
  static String version(Component component) {
    return VERSIONS.getProperty(component.artifactId());
  }

  private static Properties read() {
    Properties versions = new Properties();
    try (InputStream in = BundleResource.open("versions.properties")) {
      versions.load(in);
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
