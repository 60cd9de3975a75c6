package dev.coachwhip.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;

/** Java's memory handed to Python as NumPy's arrays. */
public class ArrayToPython extends CoachwhipBenchmark {

  private static final int SIDE = 2048;

  private final MemorySegment frame = Arena.ofAuto().allocate(JAVA_SHORT, (long) SIDE * SIDE);
  private final double[] samples = new double[1_000_000];

  @Override
  protected void prepare(ScriptEngine engine) {
    engine.executeScript("import numpy");
  }

  /** A frame of 2048 by 2048 uint16 outside the Java heap, which is shared. */
  @Benchmark
  @Row(value = "frame of 2048 x 2048 uint16 to Python", target = 1_000)
  public void frame() {
    engine().setGlobal("frame", ScriptArray.of(frame, "uint16", SIDE, SIDE));
  }

  /** A {@code double[1_000_000]}, which is copied. */
  @Benchmark
  @Row("`double[1_000_000]` to NumPy, copied")
  public void samplesCopied() {
    engine().setGlobal("samples", samples);
  }
}
