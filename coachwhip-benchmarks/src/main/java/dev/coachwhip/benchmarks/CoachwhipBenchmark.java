package dev.coachwhip.benchmarks;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/** A benchmark of what no other contender does: it runs with Coachwhip only. */
public abstract class CoachwhipBenchmark extends CheckedBenchmark {

  private @Nullable ScriptEngine engine;

  /** Makes the engine and prepares the topic. */
  @Setup(Level.Trial)
  public final void open() {
    engine = ScriptEngines.create("python");
    Holdings.prepare(engine);
    prepare(engine);
  }

  /** Does what is needed once, before the measuring begins. */
  protected abstract void prepare(ScriptEngine engine);

  /** Returns the engine. */
  protected final ScriptEngine engine() {
    return Objects.requireNonNull(engine);
  }

  @Override
  protected final Holdings holdings() {
    return Holdings.of(engine());
  }

  @Override
  protected final void release() {
    engine().close();
  }
}
