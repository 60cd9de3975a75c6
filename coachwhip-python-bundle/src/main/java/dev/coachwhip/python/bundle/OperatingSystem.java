package dev.coachwhip.python.bundle;

import java.util.Locale;

/** The families of operating systems that lay out files and name libraries differently. */
enum OperatingSystem {
  LINUX,
  MACOS,
  WINDOWS,
  OTHER;

  /** Returns the family for a value of the system property {@code os.name}. */
  static OperatingSystem of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return LINUX;
    }
    if (name.startsWith("mac") || name.startsWith("darwin")) {
      return MACOS;
    }
    return name.startsWith("windows") ? WINDOWS : OTHER;
  }
}
