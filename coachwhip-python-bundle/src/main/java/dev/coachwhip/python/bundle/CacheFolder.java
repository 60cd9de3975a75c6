package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The folder below which Coachwhip keeps what it can make again. It is named by the system property
 * {@code coachwhip.cache}, or else the environment variable {@code COACHWHIP_CACHE}, or else it is
 * {@code coachwhip} in the platform's folder for such things: {@code $XDG_CACHE_HOME} or {@code
 * ~/.cache}, {@code ~/Library/Caches} on macOS, {@code %LOCALAPPDATA%} on Windows.
 */
public final class CacheFolder {

  /** The system property that names the folder. */
  public static final String PROPERTY = "coachwhip.cache";

  /** The environment variable that names the folder where the property is not set. */
  public static final String VARIABLE = "COACHWHIP_CACHE";

  private CacheFolder() {}

  /**
   * Finds the folder from this process's settings.
   *
   * @return an absolute path, which may not exist yet
   * @throws IOException if neither setting is there and the user has no home folder
   */
  public static Path locate() throws IOException {
    return locate(Settings.ofThisProcess());
  }

  static Path locate(Settings settings) throws IOException {
    var chosen = settings.get(PROPERTY);
    Path folder =
        chosen.isPresent() ? Path.of(chosen.get()) : platformFolder(settings).resolve("coachwhip");
    return folder.toAbsolutePath().normalize();
  }

  private static Path platformFolder(Settings settings) throws IOException {
    return switch (OperatingSystem.of(settings.property("os.name").orElse(""))) {
      case WINDOWS -> absoluteVariable(settings, "LOCALAPPDATA", "AppData/Local");
      case MACOS -> home(settings).resolve("Library/Caches");
      default -> absoluteVariable(settings, "XDG_CACHE_HOME", ".cache");
    };
  }

  /** The XDG specification has relative paths ignored. */
  private static Path absoluteVariable(Settings settings, String name, String otherwise)
      throws IOException {
    var folder = settings.variable(name).map(Path::of).filter(Path::isAbsolute);
    return folder.isPresent() ? folder.get() : home(settings).resolve(otherwise);
  }

  private static Path home(Settings settings) throws IOException {
    // The JVM sets user.home to "?" for a user that the system does not know, as in containers.
    return settings
        .property("user.home")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseThrow(() ->
            new IOException(
                "No home folder to keep a cache in: set the environment variable "
                    + VARIABLE
                    + " (or the system property "
                    + PROPERTY
                    + ") to a folder"));
  }
}
