package dev.coachwhip.python;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.python.env.EnvironmentPlace;
import dev.coachwhip.python.env.EnvironmentTree;
import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A virtual environment with the packages that scripts need, made once and found again by its name.
 *
 * <pre>{@code
 * PythonEnvironment lab =
 *     PythonEnvironment.named("lab").requirements(Path.of("requirements.txt")).create();
 * ScriptEngine engine = ScriptEngines.builder("python").option("environment", lab).build();
 * }</pre>
 *
 * <p>Environments are kept in the folder {@code environments} of {@link CacheFolder}, or in one
 * that is given. A process holds one CPython, so all its engines have the same environment.
 * Immutable; what another process makes of the name later is not seen.
 */
public final class PythonEnvironment {

  private final EnvironmentPlace place;
  private final EnvironmentTree tree;

  PythonEnvironment(EnvironmentPlace place, EnvironmentTree tree) {
    this.place = place;
    this.tree = tree;
  }

  /**
   * Begins to make an environment, or to find the one that was made so before.
   *
   * @param name up to 64 ASCII letters, digits, dots, underscores and hyphens, the first a letter
   *     or digit
   * @throws IllegalArgumentException if it is no such name
   */
  public static PythonEnvironmentBuilder named(String name) {
    return new PythonEnvironmentBuilder(name);
  }

  /** Returns the environment of a name as it is, empty if there is none. */
  public static Optional<PythonEnvironment> find(String name) {
    return find(defaultFolder(), name);
  }

  /** Returns the environment of a name that is kept in a folder, empty if there is none. */
  public static Optional<PythonEnvironment> find(Path folder, String name) {
    return find(new EnvironmentPlace(folder, name));
  }

  private static Optional<PythonEnvironment> find(EnvironmentPlace place) {
    return place.tree().map(tree -> new PythonEnvironment(place, tree));
  }

  /** Returns the environments that can be used, by name. */
  public static List<PythonEnvironment> list() {
    return list(defaultFolder());
  }

  /** Returns the environments kept in a folder that can be used, by name. */
  public static List<PythonEnvironment> list(Path folder) {
    try {
      return EnvironmentPlace.all(folder).stream().flatMap(place -> find(place).stream()).toList();
    } catch (IOException e) {
      throw failure("cannot list the environments in " + folder, e);
    }
  }

  /**
   * Returns the folder that environments are kept in by default.
   *
   * @throws BackendException if there is none; says what to set
   */
  public static Path defaultFolder() {
    try {
      return CacheFolder.locate().resolve("environments");
    } catch (IOException e) {
      throw failure("there is no folder for environments", e);
    }
  }

  private static BackendException failure(String message, IOException cause) {
    return new BackendException(
        ErrorDetails.of("python", message + ": " + cause.getMessage()).causedBy(cause));
  }

  /** Returns its name. */
  public String name() {
    return place.name();
  }

  /** Returns its folder, which is another one each time that it is made anew. */
  public Path path() {
    return tree.path();
  }

  /** Returns its python: what the builder's option {@code "python"} takes. */
  public Path python() {
    return tree.python();
  }

  /** Returns the version of its Python, such as {@code "3.14.3"}. */
  public String pythonVersion() {
    return tree.lock().version();
  }

  /**
   * Returns what was installed, in exact versions as {@code pip freeze} has them: {@code
   * "numpy==2.4.2"}.
   */
  public List<String> packages() {
    return tree.lock().packages();
  }

  /**
   * Returns the file with {@link #packages()}, which {@link PythonEnvironmentBuilder#requirements}
   * takes to install the same elsewhere.
   */
  public Path lockFile() {
    return tree.lockFile();
  }

  /**
   * Deletes the environment of this name, whoever made it last. A process that uses it loses what
   * it has not imported yet.
   *
   * @throws BackendException if a part of it cannot be deleted; it is not found any more even so
   */
  public void remove() {
    try {
      place.remove();
    } catch (IOException e) {
      throw failure("cannot remove the environment '" + name() + "'", e);
    }
  }

  @Override
  public String toString() {
    return name() + " (" + path() + ")";
  }
}
