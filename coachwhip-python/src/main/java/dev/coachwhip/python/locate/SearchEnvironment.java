package dev.coachwhip.python.locate;

import dev.coachwhip.python.ffi.HostPlatform;
import dev.coachwhip.python.spi.PythonDistribution;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a search takes from its surroundings.
 *
 * @param variables the environment variables
 * @param windows whether executables are named as on Windows
 * @param distributions the bundles on the class and module path; may throw {@link
 *     java.util.ServiceConfigurationError}
 */
record SearchEnvironment(
    Map<String, String> variables,
    boolean windows,
    Supplier<List<PythonDistribution>> distributions) {

  /** Returns this process's own. */
  static SearchEnvironment ofProcess() {
    return new SearchEnvironment(
        variablesOfProcess(), HostPlatform.IS_WINDOWS, SearchEnvironment::installedBundles);
  }

  private static Map<String, String> variablesOfProcess() {
    if (!HostPlatform.IS_WINDOWS) {
      return System.getenv();
    }
    // System.getenv(name) ignores case there, the map does not; PATH is usually spelled Path.
    Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    variables.putAll(System.getenv());
    return variables;
  }

  private static List<PythonDistribution> installedBundles() {
    Map<Class<?>, PythonDistribution> bundles = new LinkedHashMap<>();
    // Our own loader first: in a container the context loader may be another one.
    ClassLoader own = SearchEnvironment.class.getClassLoader();
    addAll(bundles, ServiceLoader.load(PythonDistribution.class, own));
    if (!Objects.equals(Thread.currentThread().getContextClassLoader(), own)) {
      addAll(bundles, ServiceLoader.load(PythonDistribution.class));
    }
    return List.copyOf(bundles.values());
  }

  private static void addAll(
      Map<Class<?>, PythonDistribution> bundles, ServiceLoader<PythonDistribution> loader) {
    for (PythonDistribution bundle : loader) {
      bundles.putIfAbsent(bundle.getClass(), bundle);
    }
  }

  /** Returns a variable's value; null if it is not set, or set to nothing, as shells unset. */
  @Nullable String variable(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** Returns the absolute folders of PATH; one that is not a path is left out. */
  List<Path> pathFolders() {
    String separator = windows ? ";" : File.pathSeparator;
    return Stream.ofNullable(variable("PATH"))
        .flatMap(Pattern.compile(Pattern.quote(separator))::splitAsStream)
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> parse(folder).stream())
        .filter(Path::isAbsolute)
        .toList();
  }

  /** Returns what decides a search without an option: the variables, PATH and the bundles. */
  String settings() {
    String set =
        Stream.of("COACHWHIP_PYTHON", "VIRTUAL_ENV", "CONDA_PREFIX", "PATH")
            .map(name -> name + " " + variable(name))
            .collect(Collectors.joining("\n"));
    return distributions.get().stream()
        .map(PythonDistribution::description)
        .collect(Collectors.joining("\n", set + "\n", ""));
  }

  private static Optional<Path> parse(String folder) {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
