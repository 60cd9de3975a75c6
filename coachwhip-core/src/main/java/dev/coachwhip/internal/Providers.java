package dev.coachwhip.internal;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.spi.ScriptEngineProvider;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks up the backends on the module or class path. */
public final class Providers {

  private Providers() {}

  private static final class Found {
    static final SortedMap<String, ScriptEngineProvider> BY_NAME = find();
  }

  /** Returns the names of all backends. */
  public static SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(Found.BY_NAME.keySet()));
  }

  /**
   * Returns a backend.
   *
   * @throws BackendException if there is none of that name
   */
  public static ScriptEngineProvider byName(String name) {
    Objects.requireNonNull(name, "backend");
    ScriptEngineProvider provider = Found.BY_NAME.get(name);
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
  public static ScriptEngineProvider byExtension(String extension, Path file) {
    return Found.BY_NAME.values().stream()
        .filter(provider -> provider.fileExtensions().contains(extension))
        .findFirst()
        .orElseThrow(() -> unknown("no script backend takes the file " + file));
  }

  private static BackendException unknown(String problem) {
    Collection<ScriptEngineProvider> all = Found.BY_NAME.values();
    String known =
        all.isEmpty()
            ? "none is on the module or class path; add coachwhip-python"
            : "available: "
                + all.stream()
                    .map(p ->
                        p.backendName()
                            + " (."
                            + String.join(", .", new TreeSet<>(p.fileExtensions()))
                            + ")")
                    .collect(Collectors.joining(", "));
    return new BackendException(ErrorDetails.of("coachwhip", problem + "; " + known));
  }

  private static SortedMap<String, ScriptEngineProvider> find() {
    SortedMap<String, ScriptEngineProvider> found = new TreeMap<>();
    try {
      // Our own loader first: in a container the context loader may be another one.
      addAll(
          found, ServiceLoader.load(ScriptEngineProvider.class, Providers.class.getClassLoader()));
      addAll(found, ServiceLoader.load(ScriptEngineProvider.class));
    } catch (ServiceConfigurationError e) {
      throw new BackendException(
          ErrorDetails.of("coachwhip", "a script backend cannot be loaded: " + e.getMessage())
              .causedBy(e));
    }
    return found;
  }

  private static void addAll(
      SortedMap<String, ScriptEngineProvider> found, ServiceLoader<ScriptEngineProvider> loader) {
    loader.forEach(provider -> found.putIfAbsent(provider.backendName(), provider));
  }
}
