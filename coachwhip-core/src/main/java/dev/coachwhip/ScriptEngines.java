package dev.coachwhip;

import dev.coachwhip.internal.EngineBuilder;
import dev.coachwhip.internal.Providers;
import dev.coachwhip.internal.SwappableEngine;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Makes script engines. Backends are found through {@link java.util.ServiceLoader}: put {@code
 * coachwhip-python} on the module or class path, and {@code "python"} is {@linkplain #available()
 * available}.
 */
public final class ScriptEngines {

  private ScriptEngines() {}

  /**
   * Makes an engine with default settings.
   *
   * @throws dev.coachwhip.error.BackendException if there is no such backend, or it cannot start
   */
  public static ScriptEngine create(String backend) {
    return builder(backend).build();
  }

  /**
   * Starts building an engine.
   *
   * @throws dev.coachwhip.error.BackendException if there is no such backend; lists those there are
   */
  public static ScriptEngineBuilder builder(String backend) {
    return new EngineBuilder(Providers.installed().byName(backend));
  }

  /**
   * Makes an engine whose backend can be exchanged.
   *
   * @throws dev.coachwhip.error.BackendException if there is no such backend, or it cannot start
   */
  public static SwappableScriptEngine swappable(String backend) {
    return new SwappableEngine(create(backend));
  }

  /** Returns the names of the backends found, sorted. */
  public static SortedSet<String> available() {
    return Providers.installed().names();
  }

  /**
   * Returns the backend for a script file by its extension, in any case: {@code .py} is {@code
   * "python"}.
   *
   * @throws dev.coachwhip.error.BackendException if no available backend has that extension; lists
   *     those known
   */
  public static String backendFor(Path scriptFile) {
    return Providers.installed().byExtension(extension(scriptFile), scriptFile).backendName();
  }

  private static String extension(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
