package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.ScriptException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses scripts, prints what is wrong with each and keeps the gravest outcome. */
public final class SyntaxCheck implements AutoCloseable {

  private final Surroundings surroundings;
  private final @Nullable String backend;
  private final @Nullable String python;
  private final Map<String, ScriptEngine> engines = new HashMap<>();
  private int exitCode = ExitCode.OK;

  /**
   * Makes it; engines start when first needed.
   *
   * @param backend null to go by each file's extension
   * @param python null for the usual search
   */
  public SyntaxCheck(Surroundings surroundings, @Nullable String backend, @Nullable String python) {
    this.surroundings = surroundings;
    this.backend = backend;
    this.python = python;
  }

  /** Parses one script. */
  public void check(String file) {
    try {
      String language = Scripts.backendFor(file, backend);
      engine(language).validateScript(Scripts.read(file, surroundings.in()));
    } catch (UsageException e) {
      surroundings.err().println("coachwhip: " + e.getMessage());
      note(ExitCode.USAGE);
    } catch (ScriptException e) {
      surroundings.err().println(e.report());
      note(ExitCode.of(e));
    }
  }

  private ScriptEngine engine(String language) {
    // Not computeIfAbsent: an engine that cannot start is to be reported for each file.
    ScriptEngine engine = engines.get(language);
    if (engine == null) {
      engine = new EngineSetup(language).interpreter(python).start();
      engines.put(language, engine);
    }
    return engine;
  }

  /** Of the codes used here the greater is the graver: syntax error, unreadable file, failure. */
  private void note(int code) {
    exitCode = Math.max(exitCode, code);
  }

  /** Returns the exit code for all scripts so far. */
  public int exitCode() {
    return exitCode;
  }

  @Override
  public void close() {
    engines.values().forEach(ScriptEngine::close);
  }
}
