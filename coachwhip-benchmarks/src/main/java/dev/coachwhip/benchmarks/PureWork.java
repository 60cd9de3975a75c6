package dev.coachwhip.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Work that is all Python's. {@link PureWorkRatio} compares it with Python outside of Java. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PureWork extends ContenderBenchmark {

  /** Which Fibonacci number; 57,000 calls. */
  static final long FIBONACCI = 23;

  /** Steps of five bodies. */
  static final long ORBIT_STEPS = 2000;

  private LongUnaryOperator fibonacci = n -> n;
  private LongUnaryOperator orbits = steps -> steps;

  @Override
  protected void prepare(Contender python) {
    python.run(PythonResource.text("work.py"));
    fibonacci = python.function("fibonacci");
    orbits = python.function("orbits");
  }

  /** Function calls and ints. */
  @Benchmark
  @Row("`fibonacci(23)`: calls and ints")
  public long fibonacci() {
    return fibonacci.applyAsLong(FIBONACCI);
  }

  /** Floats, attributes and loops. */
  @Benchmark
  @Row("`orbits(2000)`: floats, attributes, loops")
  public long orbits() {
    return orbits.applyAsLong(ORBIT_STEPS);
  }
}
