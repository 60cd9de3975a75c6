package dev.coachwhip.python.bundle;

import java.util.Optional;

/** An operating system and processor for which {@code org.bytedeco} publishes CPython. */
enum Platform {
  LINUX_X86_64(OperatingSystem.LINUX, "linux-x86_64"),
  LINUX_ARM64(OperatingSystem.LINUX, "linux-arm64"),
  MACOSX_ARM64(OperatingSystem.MACOS, "macosx-arm64"),
  MACOSX_X86_64(OperatingSystem.MACOS, "macosx-x86_64"),
  WINDOWS_X86_64(OperatingSystem.WINDOWS, "windows-x86_64");

  private final OperatingSystem operatingSystem;
  private final String classifier;

  Platform(OperatingSystem operatingSystem, String classifier) {
    this.operatingSystem = operatingSystem;
    this.classifier = classifier;
  }

  /**
   * Returns the platform for values of the system properties {@code os.name} and {@code os.arch},
   * or empty if nothing is published for it.
   */
  static Optional<Platform> of(String osName, String osArch) {
    OperatingSystem system = OperatingSystem.of(osName);
    String processor = processor(osArch);
    for (Platform platform : values()) {
      if (platform.operatingSystem == system && platform.classifier.endsWith("-" + processor)) {
        return Optional.of(platform);
      }
    }
    return Optional.empty();
  }

  private static String processor(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64", "x64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> osArch;
    };
  }

  OperatingSystem operatingSystem() {
    return operatingSystem;
  }

  boolean isWindows() {
    return operatingSystem == OperatingSystem.WINDOWS;
  }

  /** The Maven classifier of its jars, which is also the name of its folder inside them. */
  String classifier() {
    return classifier;
  }
}
