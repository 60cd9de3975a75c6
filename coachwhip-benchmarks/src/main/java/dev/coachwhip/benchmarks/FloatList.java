package dev.coachwhip.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A Python list of 100,000 floats. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FloatList extends ContenderBenchmark {

  @Override
  protected void prepare(Contender python) {
    python.run("floats = [i * 0.5 for i in range(100000)]");
  }

  /** Reads it as a {@code double[]}. */
  @Benchmark
  public double[] toDoubles() {
    return python().getDoubles("floats");
  }
}
