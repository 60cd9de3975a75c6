package dev.coachwhip.benchmarks;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * A benchmark that fails if Python holds more after it than before: references, memory or Java
 * objects. Both are looked at outside of what is measured.
 */
public abstract class CheckedBenchmark extends MeasuredBenchmark {

  private @Nullable Holdings before;

  /** Returns what Python holds now. */
  protected abstract Holdings holdings();

  /** Ends what the benchmark uses. */
  protected abstract void release();

  /** Looks at what is held once the warm-up has filled all caches. */
  @Setup(Level.Iteration)
  public final void lookBefore(IterationParams iteration) {
    if (before == null && iteration.getType() == IterationType.MEASUREMENT) {
      before = Holdings.settled(this::holdings);
    }
  }

  /** Looks again after all iterations. */
  @TearDown(Level.Trial)
  public final void close() {
    try {
      if (before != null) {
        before.checkNothingLeft(this::holdings);
      }
    } finally {
      release();
    }
  }
}
