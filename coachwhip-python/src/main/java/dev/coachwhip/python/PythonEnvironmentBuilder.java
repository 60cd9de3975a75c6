package dev.coachwhip.python;

import dev.coachwhip.python.env.EnvironmentMaker;
import dev.coachwhip.python.env.EnvironmentPlace;
import dev.coachwhip.python.env.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what an environment shall hold; {@link PythonEnvironment#named} makes builders. Not
 * threadsafe.
 */
public final class PythonEnvironmentBuilder {

  private final String name;
  private @Nullable Path folder;
  private @Nullable String python;
  private final List<Path> requirementFiles = new ArrayList<>();
  private final List<String> requirements = new ArrayList<>();
  private final List<Path> wheelFolders = new ArrayList<>();
  private boolean offline;
  private @Nullable String index;
  private final List<String> moreIndexes = new ArrayList<>();
  private boolean basePackages;
  private Consumer<String> progress = _ -> {};

  PythonEnvironmentBuilder(String name) {
    this.name = new EnvironmentPlace(Path.of(""), name).name(); // checked
  }

  /** Keeps it in a folder; default: {@link PythonEnvironment#defaultFolder()}. */
  public PythonEnvironmentBuilder folder(Path where) {
    folder = where.toAbsolutePath().normalize();
    return this;
  }

  /**
   * Chooses the interpreter: what the engine's option {@code "python"} takes; default: the one that
   * an engine without that option has.
   */
  public PythonEnvironmentBuilder python(String interpreter) {
    python = Objects.requireNonNull(interpreter, "interpreter");
    return this;
  }

  /** Adds what a requirements file in pip's format asks for. */
  public PythonEnvironmentBuilder requirements(Path file) {
    requirementFiles.add(Objects.requireNonNull(file, "file"));
    return this;
  }

  /**
   * Adds one requirement, such as {@code "numpy>=2"}.
   *
   * @throws IllegalArgumentException if it is empty or would be read as an option
   */
  public PythonEnvironmentBuilder require(String requirement) {
    if (requirement.isBlank() || requirement.strip().startsWith("-")) {
      throw new IllegalArgumentException("'" + requirement + "' is not a requirement");
    }
    requirements.add(requirement.strip());
    return this;
  }

  /** Looks for packages in a folder of wheels too. */
  public PythonEnvironmentBuilder wheels(Path wheelFolder) {
    wheelFolders.add(wheelFolder.toAbsolutePath().normalize());
    return this;
  }

  /** Takes packages from the folders of {@link #wheels} only. */
  public PythonEnvironmentBuilder offline() {
    offline = true;
    return this;
  }

  /** Takes packages from an index at this address instead of the one that uv or pip is set to. */
  public PythonEnvironmentBuilder index(String address) {
    index = Objects.requireNonNull(address, "address");
    return this;
  }

  /** Looks for packages in one more index. */
  public PythonEnvironmentBuilder moreIndex(String address) {
    moreIndexes.add(Objects.requireNonNull(address, "address"));
    return this;
  }

  /**
   * Lets scripts import the packages of the interpreter itself too, such as NumPy and SciPy of the
   * bundle.
   */
  public PythonEnvironmentBuilder basePackages() {
    basePackages = true;
    return this;
  }

  /** Is told each line that uv or pip prints, on a thread of ours. */
  public PythonEnvironmentBuilder progress(Consumer<String> lines) {
    progress = Objects.requireNonNull(lines, "lines");
    return this;
  }

  /**
   * Returns the environment. If one of this name was made of the same requirements, wheels and
   * options with the same interpreter, it is taken as it is, at once. Otherwise it is made anew, by
   * uv if that is on PATH, else by the interpreter's pip, while other threads and processes that
   * want it wait; the one there before stays usable until the next making, and as it was if this
   * one fails.
   *
   * @throws dev.coachwhip.error.BackendException if it cannot be made; says why, with the last
   *     lines of uv or pip, and what to do
   */
  public PythonEnvironment create() {
    Path where = folder == null ? PythonEnvironment.defaultFolder() : folder;
    EnvironmentPlace place = new EnvironmentPlace(where, name);
    return new PythonEnvironment(
        place, new EnvironmentMaker(place, inputs(), python, progress).create());
  }

  private Inputs inputs() {
    return new Inputs(
        requirementFiles,
        requirements,
        wheelFolders,
        offline,
        Optional.ofNullable(index),
        moreIndexes,
        basePackages);
  }
}
