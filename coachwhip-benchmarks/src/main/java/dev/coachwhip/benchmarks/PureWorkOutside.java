package dev.coachwhip.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The work of {@link PureWork}, done by the same interpreter's executable. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PureWorkOutside extends MeasuredBenchmark {

  private @Nullable ChildPython python;

  /** Starts the process. */
  @Setup(Level.Trial)
  public void start() {
    python = ChildPython.start(PythonResource.text("work.py") + PythonResource.text("serve.py"));
  }

  /** Ends the process. */
  @TearDown(Level.Trial)
  public void stop() {
    Objects.requireNonNull(python).close();
  }

  /** See {@link PureWork#fibonacci()}. */
  @Benchmark
  public long fibonacci() {
    return Objects.requireNonNull(python).call("fibonacci", PureWork.FIBONACCI);
  }

  /** See {@link PureWork#orbits()}. */
  @Benchmark
  public long orbits() {
    return Objects.requireNonNull(python).call("orbits", PureWork.ORBIT_STEPS);
  }
}
