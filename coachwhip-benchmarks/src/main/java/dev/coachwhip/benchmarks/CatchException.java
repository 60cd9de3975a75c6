package dev.coachwhip.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** A Python exception that passes three Python frames and ends in Java. */
public class CatchException extends ContenderBenchmark {

  @Override
  protected void prepare(Contender python) {
    python.run(
        """
        def outer():
            return middle()

        def middle():
            return inner()

        def inner():
            raise ValueError('no')
        """);
    List<String> functions = python.functionsOfFailure("outer");
    if (!functions.equals(List.of("inner", "middle", "outer"))) {
      throw new IllegalStateException("the exception passed " + functions);
    }
  }

  /** Calls the function that fails, catches the exception, and reads which functions it passed. */
  @Benchmark
  @Row(value = "exception through three frames, caught in Java", target = 15_000)
  public List<String> callAndCatch() {
    return python().functionsOfFailure("outer");
  }
}
