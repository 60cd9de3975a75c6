package dev.coachwhip.benchmarks;

import java.util.function.LongUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;

/** A Python function called from Java. */
public class CallPython extends ContenderBenchmark {

  private LongUnaryOperator function = argument -> argument;
  private long argument = 1000;

  @Override
  protected void prepare(Contender python) {
    python.run("def increment(x):\n    return x + 1\n");
    function = python.function("increment");
  }

  /** Calls it with an int and takes its result. */
  @Benchmark
  @Row(value = "Java calls a Python function of one int", target = 400)
  public long call() {
    return function.applyAsLong(argument++);
  }
}
