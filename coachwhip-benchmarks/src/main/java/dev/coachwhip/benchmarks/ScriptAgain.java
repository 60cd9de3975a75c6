package dev.coachwhip.benchmarks;

import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.Benchmark;

/** A small script that ran before. */
public class ScriptAgain extends ContenderBenchmark {

  private LongSupplier script = () -> 0;

  @Override
  protected void prepare(Contender python) {
    python.setLong("x", 1000);
    script = python.script("result = x + 1");
  }

  /** Runs it and takes its result. */
  @Benchmark
  @Row(value = "run a script that ran before, take its result", target = 800)
  public long run() {
    return script.getAsLong();
  }
}
