package dev.coachwhip.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * Arrays of 10,000,000 float64, handed over without a copy: NumPy's with Coachwhip, those of
 * Python's module {@code array} with the others.
 */
public class FloatArray extends ContenderBenchmark {

  private static final int LENGTH = 10_000_000;

  private Runnable sharing = () -> {};

  @Override
  protected void prepare(Contender python) {
    python.makeFloats("floats", LENGTH);
    sharing = python.sharing("shared", LENGTH);
  }

  /** Takes Python's array, reads its first element, and lets it go. */
  @Benchmark
  @Row(value = "array of 10,000,000 float64 to Java, first one read, let go", target = 1_000)
  public double toJava() {
    return python().firstFloat("floats");
  }

  /** Gives Java's array to Python, which drops the one it got before. */
  @Benchmark
  @Row(value = "array of 10,000,000 float64 to Python", target = 1_000)
  public void toPython() {
    sharing.run();
  }
}
