package dev.coachwhip.cli.repl;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the session's history is kept: the folder that each system has for such state. */
final class HistoryFile {

  private HistoryFile() {}

  /**
   * Returns the file; it need not exist.
   *
   * @param system the property {@code os.name}
   * @param home the user's home folder
   * @param environment the process's variables
   */
  static Path of(String system, String home, Map<String, String> environment) {
    return folder(system.toLowerCase(Locale.ROOT), Path.of(home), environment)
        .resolve("coachwhip")
        .resolve("history");
  }

  private static Path folder(String system, Path home, Map<String, String> environment) {
    if (system.startsWith("windows")) {
      return orElse(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support");
    }
    return orElse(environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state"));
  }

  private static Path orElse(@Nullable String variable, Path usual) {
    return variable == null || variable.isEmpty() ? usual : Path.of(variable);
  }
}
