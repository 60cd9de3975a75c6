package dev.coachwhip.internal;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.spi.ScriptEngineProvider;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up backends. */
public final class Providers {

  private static @Nullable Providers found;

  private final SortedMap<String, ScriptEngineProvider> byName = new TreeMap<>();

  /** Holds some backends; of two with one name, the first. */
  Providers(Iterable<? extends ScriptEngineProvider> providers) {
    providers.forEach(provider -> byName.putIfAbsent(provider.backendName(), provider));
  }

  /**
   * Returns the backends on the module or class path, which are looked for once.
   *
   * @throws BackendException if one cannot be loaded
   */
  public static synchronized Providers installed() {
    if (found == null) {
      // Our own loader first: in a container the context loader may be another one.
      found =
          load(Providers.class.getClassLoader(), Thread.currentThread().getContextClassLoader());
    }
    return found;
  }

  static Providers load(@Nullable ClassLoader first, @Nullable ClassLoader second) {
    try {
      List<ScriptEngineProvider> all =
          Stream.of(
                  ServiceLoader.load(ScriptEngineProvider.class, first),
                  ServiceLoader.load(ScriptEngineProvider.class, second))
              .flatMap(loader -> loader.stream().map(ServiceLoader.Provider::get))
              .toList();
      return new Providers(all);
    } catch (ServiceConfigurationError e) {
      throw new BackendException(
          ErrorDetails.of("coachwhip", "a script backend cannot be loaded: " + e.getMessage())
              .causedBy(e));
    }
  }

  /** Returns the names of all backends. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
  }

  /**
   * Returns a backend.
   *
   * @throws BackendException if there is none of that name
   */
  public ScriptEngineProvider byName(String name) {
    ScriptEngineProvider provider = byName.get(Objects.requireNonNull(name, "backend"));
    if (provider == null) {
      throw unknown("there is no script backend '" + name + "'");
    }
    return provider;
  }

  /**
   * Returns the backend for a file extension.
   *
   * @param file for the message
   * @throws BackendException if no backend takes it
   */
  public ScriptEngineProvider byExtension(String extension, Path file) {
    return byName.values().stream()
        .filter(provider -> provider.fileExtensions().contains(extension))
        .findFirst()
        .orElseThrow(() -> unknown("no script backend takes the file " + file));
  }

  private BackendException unknown(String problem) {
    String known =
        byName.isEmpty()
            ? "none is on the module or class path; add coachwhip-python"
            : "available: "
                + byName.values().stream()
                    .map(Providers::describe)
                    .collect(Collectors.joining(", "));
    return new BackendException(ErrorDetails.of("coachwhip", problem + "; " + known));
  }

  private static String describe(ScriptEngineProvider provider) {
    String extensions = String.join(", .", new TreeSet<>(provider.fileExtensions()));
    return provider.backendName() + " (." + extensions + ")";
  }
}
