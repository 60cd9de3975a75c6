package dev.coachwhip.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** A global variable that is an int, one beyond the ints that CPython keeps ready. */
public class GlobalVariable extends ContenderBenchmark {

  private long value = 1000;

  @Override
  protected void prepare(Contender python) {}

  /** Sets it and reads it back. */
  @Benchmark
  @Row(value = "set and get a global int", target = 400)
  public long setAndGet() {
    python().setLong("x", value++);
    return python().getLong("x");
  }
}
