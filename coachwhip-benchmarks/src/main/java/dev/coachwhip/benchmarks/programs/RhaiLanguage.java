package dev.coachwhip.benchmarks.programs;

import static java.util.Objects.requireNonNull;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;

/** Rhai in Coachwhip. An engine finds a script that ran before by its text. */
public final class RhaiLanguage implements Language {

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public RhaiLanguage() {}

  @Override
  public String name() {
    return "rhai";
  }

  @Override
  public String extension() {
    return "rhai";
  }

  @Override
  public Evaluation prepare(String name, String text) {
    return new Script(ScriptEngines.create("rhai"), ScriptSource.of(name, text));
  }

  /** A script in an engine of its own. */
  private record Script(ScriptEngine engine, ScriptSource source) implements Evaluation {

    @Override
    public double run() {
      ScriptValue value = engine.executeScript(source);
      return ((Number) requireNonNull(value.toJava())).doubleValue();
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
