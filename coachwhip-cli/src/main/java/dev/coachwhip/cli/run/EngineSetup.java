package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds an engine as the command line asks for. */
public final class EngineSetup {

  private static final String PYTHON = "python";

  private final String backend;
  private final ScriptEngineBuilder builder;

  /**
   * Begins.
   *
   * @param backend one that is available
   */
  public EngineSetup(String backend) {
    this.backend = backend;
    this.builder = ScriptEngines.builder(backend);
  }

  /** Sends what scripts print to a reporter. */
  public EngineSetup printingTo(Reporter reporter) {
    builder.output(reporter.scriptOutput()).errorOutput(reporter.scriptErrorOutput());
    return this;
  }

  /**
   * Sets what the request asks for: what the script may do and use, Python's interpreter, arguments
   * and path.
   */
  public EngineSetup forRequest(RunRequest request) {
    builder.limits(request.limits()).policy(request.policy()).isolation(request.isolation());
    if (backend.equals(PYTHON)) {
      List<String> argv = new ArrayList<>(request.arguments());
      argv.addFirst(request.file());
      builder.option("argv", argv).option("path", List.of(folderOf(request.file())));
    } else if (!request.arguments().isEmpty()) {
      throw new UsageException("scripts of the backend " + backend + " take no arguments");
    }
    return interpreter(request.python());
  }

  /** Returns what {@code python FILE} puts first on {@code sys.path}. */
  private static String folderOf(String file) {
    if (file.equals(Scripts.STANDARD_INPUT)) {
      return Path.of("").toAbsolutePath().toString();
    }
    Path folder = Path.of(file).toAbsolutePath().normalize().getParent();
    return folder == null ? "/" : folder.toString();
  }

  /**
   * Sets the Python interpreter.
   *
   * @param python null for the usual search
   */
  public EngineSetup interpreter(@Nullable String python) {
    if (python != null) {
      builder.option(PYTHON, python);
    }
    return this;
  }

  /**
   * Starts the engine.
   *
   * @throws UsageException if the backend has no such option
   * @throws dev.coachwhip.error.BackendException if the backend cannot start
   */
  public ScriptEngine start() {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
