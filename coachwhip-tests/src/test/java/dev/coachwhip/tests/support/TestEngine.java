package dev.coachwhip.tests.support;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A Python engine that keeps what its scripts print. */
public final class TestEngine implements AutoCloseable {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ScriptEngine engine;

  /** Makes one with default settings. */
  public TestEngine() {
    this(ScriptEngines.builder("python"));
  }

  /** Makes one with the builder's settings but its outputs. */
  public TestEngine(ScriptEngineBuilder builder) {
    engine = builder.output(printed).errorOutput(printed).build();
  }

  /** Returns the engine. */
  public ScriptEngine engine() {
    return engine;
  }

  /** Runs a script on a thread with a usual stack. */
  public ScriptValue run(String text) {
    return CallerThread.withUsualStack(() -> engine.executeScript(text));
  }

  /** Returns all that was printed, to both outputs. */
  public String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** Tells whether it still computes. */
  public boolean isUsable() {
    return run("6 * 7").asLong() == 42;
  }

  @Override
  public void close() {
    engine.close();
  }
}
