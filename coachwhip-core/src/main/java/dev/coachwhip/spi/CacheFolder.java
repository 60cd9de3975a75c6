package dev.coachwhip.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

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

  private final Properties properties;
  private final Map<String, String> variables;

  private CacheFolder(Properties properties, Map<String, String> variables) {
    this.properties = properties;
    this.variables = variables;
  }

  /**
   * Finds the folder from this process's settings.
   *
   * @return an absolute path, which may not exist yet
   * @throws IOException if neither setting is there and the user has no home folder
   */
  public static Path locate() throws IOException {
    return locate(System.getProperties(), System.getenv());
  }

  static Path locate(Properties properties, Map<String, String> variables) throws IOException {
    return new CacheFolder(properties, variables).find().toAbsolutePath().normalize();
  }

  private Path find() throws IOException {
    var chosen = property(PROPERTY).or(() -> variable(VARIABLE));
    return chosen.isPresent() ? Path.of(chosen.get()) : platformFolder().resolve("coachwhip");
  }

  private Path platformFolder() throws IOException {
    String system = property("os.name").orElse("").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return absoluteVariable("LOCALAPPDATA", "AppData/Local");
    }
    return system.startsWith("mac")
        ? home().resolve("Library/Caches")
        : absoluteVariable("XDG_CACHE_HOME", ".cache");
  }

  /** The XDG specification has relative paths ignored. */
  private Path absoluteVariable(String name, String otherwise) throws IOException {
    var folder = variable(name).map(Path::of).filter(Path::isAbsolute);
    return folder.isPresent() ? folder.get() : home().resolve(otherwise);
  }

  private Path home() throws IOException {
    // The JVM sets user.home to "?" for a user that the system does not know, as in containers.
    return property("user.home")
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

  /** Empty if it is not set, or set to nothing. */
  private Optional<String> property(String name) {
    return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
  }

  /** Empty if it is not set, or set to nothing. */
  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
