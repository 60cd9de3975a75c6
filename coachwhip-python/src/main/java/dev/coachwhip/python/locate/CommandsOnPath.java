package dev.coachwhip.python.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files on PATH that a command name may stand for, in the order of PATH. */
public final class CommandsOnPath {

  /**
   * Holds links to the Microsoft Store: where no Python is installed, {@code python.exe} there
   * opens a shop window.
   */
  private static final Path STORE_LINKS = Path.of("WindowsApps");

  private final SearchEnvironment environment;
  private final Set<List<Path>> seen = new HashSet<>();

  CommandsOnPath(SearchEnvironment environment) {
    this.environment = environment;
  }

  /** Returns the first program of a name on this process's PATH; empty if there is none. */
  public static Optional<Path> find(String command) {
    return new CommandsOnPath(SearchEnvironment.ofProcess())
        .named(command).stream().filter(Files::isExecutable).findFirst();
  }

  /** Returns the files of a name, leaving out those that an earlier call returned. */
  List<Path> named(String command) {
    return environment.pathFolders().stream()
        .filter(folder -> !(environment.windows() && folder.endsWith(STORE_LINKS)))
        .map(folder -> folder.resolve(command))
        .filter(Files::isRegularFile)
        .filter(file -> seen.add(identity(file)))
        .toList();
  }

  /** Folder and target: a venv's link has the target of another Python but is one of its own. */
  private static List<Path> identity(Path file) {
    try {
      return List.of(file.resolveSibling("").toRealPath(), file.toRealPath());
    } catch (IOException e) {
      return List.of(file);
    }
  }
}
