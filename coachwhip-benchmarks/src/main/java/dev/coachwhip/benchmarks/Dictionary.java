package dev.coachwhip.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A Python dict of 1,000 entries, str to int. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Dictionary extends ContenderBenchmark {

  @Override
  protected void prepare(Contender python) {
    python.run("entries = dict(('key%d' % i, 1000 * i + 1000) for i in range(1000))");
  }

  /** Reads it as a {@code Map<String, Long>}. */
  @Benchmark
  @Row(value = "dict of 1,000 entries to a `Map<String, Long>`", target = 150_000)
  public Map<String, Long> toMap() {
    return python().getMap("entries");
  }
}
