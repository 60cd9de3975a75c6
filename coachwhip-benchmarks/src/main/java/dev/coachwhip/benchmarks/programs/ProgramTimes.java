package dev.coachwhip.benchmarks.programs;

import dev.coachwhip.benchmarks.MeasuredBenchmark;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A program again and again, compiled once. {@link Main} runs it for all that there are. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class ProgramTimes extends MeasuredBenchmark {

  /** The language's {@linkplain Language#name() name}. */
  @Param("rhai")
  public String language = "rhai";

  /** The name of the program. */
  @Param(Programs.TINY)
  public String program = Programs.TINY;

  private Language.@Nullable Evaluation evaluation;

  /** Compiles. */
  @Setup(Level.Trial)
  public void prepare() {
    Programs.Program what = Programs.named(program);
    evaluation = what.prepare(Language.named(language));
    what.checked(evaluation.run());
  }

  /** Ends the engine. */
  @TearDown(Level.Trial)
  public void close() {
    Objects.requireNonNull(evaluation).close();
  }

  /** Runs it. */
  @Benchmark
  public double run() {
    return Objects.requireNonNull(evaluation).run();
  }
}
