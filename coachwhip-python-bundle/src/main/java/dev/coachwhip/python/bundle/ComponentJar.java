package dev.coachwhip.python.bundle;

import java.nio.file.Path;

/**
 * A jar that holds a component for the platform at hand.
 *
 * @param version the component's own version, then JavaCPP's: {@code "3.14.3-1.5.13"}
 */
record ComponentJar(Component component, Path file, String version) {

  /** The version that the component's own project gave it: {@code "3.14.3"}. */
  String upstreamVersion() {
    int dash = version.indexOf('-');
    return dash < 0 ? version : version.substring(0, dash);
  }
}
