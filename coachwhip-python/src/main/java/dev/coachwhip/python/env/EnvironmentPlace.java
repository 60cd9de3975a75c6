package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where the environment of one name is kept, with the trees that it was and is.
 *
 * @param folder of all environments
 * @param name of this one
 */
public record EnvironmentPlace(Path folder, String name) {

  // A venv cannot be renamed: its scripts and pyvenv.cfg name its own path. So each making goes to
  // a folder of a new name, and the small file `current` says which counts. It is replaced in one
  // step, when the new tree is finished. The tree before it stays until the next making: other
  // processes may still import from it.

  private static final String CURRENT = "current";
  private static final String LOCKS = ".locks";
  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Checks the name, which becomes a folder's.
   *
   * @throws IllegalArgumentException if it has anything but ASCII letters, digits, dots,
   *     underscores and hyphens, does not begin with a letter or digit, or is longer than 64
   */
  public EnvironmentPlace {
    if (!NAMES.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a name for an environment: up to 64 letters, digits, '.', '_' and '-', the first a letter or digit"
              .formatted(name));
    }
  }

  /** Returns the places in a folder that hold an environment, by name. */
  public static List<EnvironmentPlace> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<EnvironmentPlace> places = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (NAMES.matcher(name).matches() && Files.exists(entry.resolve(CURRENT))) {
          places.add(new EnvironmentPlace(folder, name));
        }
      }
    }
    places.sort(Comparator.comparing(EnvironmentPlace::name));
    return places;
  }

  /** Returns the environment as it is now; empty if there is none that can be used. */
  public Optional<EnvironmentTree> tree() {
    return ids().stream().findFirst().map(home()::resolve).flatMap(EnvironmentTree::in);
  }

  private Path home() {
    return folder.resolve(name);
  }

  /** Returns the names of the tree that counts and of the one before it. */
  private List<String> ids() {
    try {
      return Files.readAllLines(home().resolve(CURRENT));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Waits until no other thread or process makes or removes this environment. */
  PlaceLock lock() throws IOException {
    Path locks = Files.createDirectories(folder.resolve(LOCKS));
    return PlaceLock.acquire(locks.resolve(name));
  }

  /** Makes a folder for a new tree. Holding the lock. */
  Path newTree() throws IOException {
    Files.createDirectories(home());
    deleteAllBut(Set.copyOf(ids()));
    String id = UUID.randomUUID().toString().substring(0, 8);
    return home().resolve(id);
  }

  /** Makes a finished tree the one that counts. Holding the lock. */
  void publish(Path tree) throws IOException {
    List<String> lines = new ArrayList<>(List.of(tree.getFileName().toString()));
    ids().stream().findFirst().ifPresent(lines::add);
    WholeFile.write(home().resolve(CURRENT), lines);
    deleteAllBut(Set.copyOf(lines));
  }

  private void deleteAllBut(Set<String> kept) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(home())) {
      for (Path entry : entries) {
        String id = entry.getFileName().toString();
        if (!id.equals(CURRENT) && !kept.contains(id)) {
          Deletion.delete(entry);
        }
      }
    }
  }

  /**
   * Removes the environment, and what was left of unfinished ones.
   *
   * @return whether there was one
   */
  public boolean remove() throws IOException {
    if (!Files.isDirectory(home())) {
      return false;
    }
    try (PlaceLock _ = lock()) {
      boolean present = Files.deleteIfExists(home().resolve(CURRENT)); // from here on it is gone
      Deletion.delete(home());
      return present;
    }
  }
}
