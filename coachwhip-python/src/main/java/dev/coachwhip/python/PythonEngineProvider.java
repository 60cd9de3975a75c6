package dev.coachwhip.python;

import dev.coachwhip.Capability;
import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.python.convert.PythonPrinter;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.locate.FoundPython;
import dev.coachwhip.python.locate.InterpreterSearch;
import dev.coachwhip.python.spi.InstalledPython;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.spi.ValuePrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The backend {@code "python"}.
 *
 * <p>Options of the builder:
 *
 * <ul>
 *   <li>{@code "python"} (String): the interpreter to use: a python executable, a venv, a conda
 *       prefix, or a libpython. One process holds one interpreter; a second engine may repeat it
 *       but not name another.
 *   <li>{@code "environment"} ({@link PythonEnvironment}): the same, by an environment that
 *       Coachwhip made
 *   <li>{@code "argv"} (List of String): {@code sys.argv} of the engine's scripts; default {@code
 *       [""]}
 *   <li>{@code "path"} (List of String): folders put in front of {@code sys.path}, which all
 *       engines share
 * </ul>
 */
public final class PythonEngineProvider implements ScriptEngineProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public PythonEngineProvider() {}

  @Override
  public String backendName() {
    return "python";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("py", "pyw");
  }

  @Override
  public EngineCapabilities capabilities() {
    return EngineCapabilities.of(
        Capability.KEYWORD_ARGUMENTS,
        Capability.CANCEL,
        Capability.LIMIT_WALL_TIME,
        Capability.LIMIT_OPERATIONS,
        Capability.LIMIT_CALL_DEPTH,
        Capability.LIMIT_OUTPUT,
        Capability.LIMIT_MEMORY,
        Capability.POLICY,
        Capability.ISOLATION_PROCESS,
        Capability.TYPE_MAPPING,
        Capability.ARRAYS,
        Capability.DEBUG);
  }

  @Override
  public Map<String, Class<?>> options() {
    return Map.of(
        "python", String.class,
        "environment", PythonEnvironment.class,
        "argv", List.class,
        "path", List.class);
  }

  @Override
  public Map<String, Object> optionsForProcess(EngineConfig config) {
    Map<String, Object> options = new HashMap<>(config.options());
    Object environment = options.remove("environment");
    String interpreter = interpreter(config);
    if (environment != null && interpreter != null) {
      options.put("python", interpreter);
    } else if (interpreter == null && config.policy().restrictsFiles()) {
      // Commands on PATH may be scripts, which cannot run where they must not read files.
      FoundPython found = InterpreterSearch.find(null);
      if (!found.bundled()) {
        options.put("python", found.python().executable().toString());
      }
    }
    return options;
  }

  @Override
  public ValuePrinter printer() {
    return PythonPrinter.INSTANCE;
  }

  @Override
  public List<Path> filesForProcess(EngineConfig config) {
    InstalledPython python = InterpreterSearch.find(interpreter(config)).python();
    List<Path> files = new ArrayList<>(List.of(python.home(), python.library().getParent()));
    // The prefix of a virtual environment is not the one that Python calls home.
    files.add(python.executable().resolve("../..").normalize());
    for (Object folder : config.option("path", List.class).orElse(List.of())) {
      files.add(Path.of(folder.toString()).toAbsolutePath());
    }
    return files;
  }

  @Override
  public ScriptEngine create(EngineConfig config) {
    Interpreter.start(interpreter(config));
    return new PythonScriptEngine(config, capabilities());
  }

  private static @Nullable String interpreter(EngineConfig config) {
    String python = config.option("python", String.class).orElse(null);
    PythonEnvironment environment =
        config.option("environment", PythonEnvironment.class).orElse(null);
    if (environment == null) {
      return python;
    }
    if (python != null) {
      throw new IllegalArgumentException(
          "the options 'python' and 'environment' both name an interpreter; give one of them");
    }
    return environment.python().toString();
  }
}
