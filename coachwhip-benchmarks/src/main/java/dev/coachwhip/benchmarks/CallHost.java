package dev.coachwhip.benchmarks;

import java.util.function.LongUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A Java function called from a Python loop; the figures are for one turn of the loop. */
public class CallHost extends ContenderBenchmark {

  private static final int TURNS = 1000;

  private LongUnaryOperator calling = turns -> turns;
  private LongUnaryOperator adding = turns -> turns;
  private LongUnaryOperator empty = turns -> turns;

  @Override
  protected void prepare(Contender python) {
    python.register("increment", x -> x + 1);
    python.register("add", (x, y) -> x + y);
    python.run(
        """
        def calling(turns):
            x = 1000
            for i in range(turns):
                x = increment(x)
            return x

        def adding(turns):
            x = 1000
            for i in range(turns):
                x = add(x, i)
            return x

        def empty(turns):
            for i in range(turns):
                pass
            return turns
        """);
    calling = python.function("calling");
    adding = python.function("adding");
    empty = python.function("empty");
  }

  /** A loop that calls the Java function with an int and takes its result. */
  @Benchmark
  @Row(value = "Python calls a Java function of one int, one turn of a loop", target = 200)
  @OperationsPerInvocation(TURNS)
  public long call() {
    return calling.applyAsLong(TURNS);
  }

  /** A loop that calls the Java function of two ints and takes its result. */
  @Benchmark
  @Row(value = "Python calls a Java function of two ints, one turn of a loop", target = 200)
  @OperationsPerInvocation(TURNS)
  public long callWithTwo() {
    return adding.applyAsLong(TURNS);
  }

  /** A loop that does nothing, to take off from the others. */
  @Benchmark
  @Row("the same loop, empty")
  @OperationsPerInvocation(TURNS)
  public long emptyLoop() {
    return empty.applyAsLong(TURNS);
  }
}
