package dev.coachwhip.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A Python list of 1,000,000 floats. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FloatList extends ContenderBenchmark {

  @Override
  protected void prepare(Contender python) {
    python.run("floats = [i * 0.5 for i in range(1000000)]");
  }

  /** Reads it as a {@code double[]}. */
  @Benchmark
  @Row(value = "list of 1,000,000 floats to a `double[]`", target = 6_000_000)
  public double[] toDoubles() {
    return python().getDoubles("floats");
  }

  /** Reads it as a {@code List<Double>}. */
  @Benchmark
  @Row(value = "list of 1,000,000 floats to a `List<Double>`", target = 25_000_000)
  public List<Double> toList() {
    return python().getList("floats");
  }
}
