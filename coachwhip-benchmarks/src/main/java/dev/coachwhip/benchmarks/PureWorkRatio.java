package dev.coachwhip.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The work of {@link PureWork} in Coachwhip against the same interpreter's executable. Both take
 * turns, so that what else the machine does slows both alike. The time of both together says
 * nothing; {@link Times#ratio()} does.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PureWorkRatio extends MeasuredBenchmark {

  private @Nullable Contender inside;
  private @Nullable ChildPython outside;

  /** Time of one iteration, in nanoseconds. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {

    private long inside;
    private long outside;

    /** Starts anew. */
    @Setup(Level.Iteration)
    public void clear() {
      inside = 0;
      outside = 0;
    }

    /** Returns how much longer it takes in Coachwhip; 1 is the same. */
    public double ratio() {
      return (double) inside / outside;
    }
  }

  /** Starts both. */
  @Setup(Level.Trial)
  public void start() {
    String work = PythonResource.text("work.py");
    inside = Contender.open("coachwhip");
    inside.run(work);
    outside = ChildPython.start(work + PythonResource.text("serve.py"));
  }

  /** Ends both. */
  @TearDown(Level.Trial)
  public void stop() {
    Objects.requireNonNull(inside).close();
    Objects.requireNonNull(outside).close();
  }

  /** See {@link PureWork#fibonacci()}. */
  @Benchmark
  @Row(value = "`fibonacci(23)`, ratio to the executable", target = 1.05)
  public long fibonacci(Times times) {
    return takeTurns("fibonacci", PureWork.FIBONACCI, times);
  }

  /** See {@link PureWork#orbits()}. */
  @Benchmark
  @Row(value = "`orbits(2000)`, ratio to the executable", target = 1.05)
  public long orbits(Times times) {
    return takeTurns("orbits", PureWork.ORBIT_STEPS, times);
  }

  private long takeTurns(String function, long argument, Times times) {
    long start = System.nanoTime();
    long result = Objects.requireNonNull(inside).function(function).applyAsLong(argument);
    times.inside += System.nanoTime() - start;
    times.outside += Objects.requireNonNull(outside).nanosOf(function, argument);
    return result;
  }
}
