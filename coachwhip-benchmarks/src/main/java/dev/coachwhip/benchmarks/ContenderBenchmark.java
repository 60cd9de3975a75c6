package dev.coachwhip.benchmarks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A benchmark that runs once per contender. */
public abstract class ContenderBenchmark extends CheckedBenchmark {

  /** The contender's {@linkplain Contender#name() name}; {@link Main} gives all there are. */
  @Param("coachwhip")
  public String contender = "coachwhip";

  private @Nullable Contender python;

  /** Opens the contender and prepares the topic. */
  @Setup(Level.Trial)
  public final void open() {
    python = Contender.open(contender);
    prepare(python);
  }

  /** Does what is needed once, before the measuring begins. */
  protected abstract void prepare(Contender python);

  /** Returns the open contender. */
  protected final Contender python() {
    return Objects.requireNonNull(python);
  }

  @Override
  protected final Holdings holdings() {
    return python().holdings();
  }

  @Override
  protected final void release() {
    python().close();
  }
}
