package dev.coachwhip.benchmarks;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import java.lang.foreign.Arena;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * NumPy's arrays handed to Java and let go again: a frame of 2048 by 2048 uint16, and 10,000,000
 * samples of float64. Both should take the same time.
 */
public class ArrayToJava extends CoachwhipBenchmark {

  @Override
  protected void prepare(ScriptEngine engine) {
    engine.executeScript(
        """
        import numpy
        frame = numpy.zeros((2048, 2048), "uint16")
        samples = numpy.zeros(10_000_000)
        """);
  }

  /** The frame, nothing of it read. */
  @Benchmark
  @Row(value = "frame of 2048 x 2048 uint16 to Java, let go", target = 1_000)
  public String frame() {
    try (ScriptArray array = engine().getGlobal("frame").asArray()) {
      return array.dtype();
    }
  }

  /** The samples, nothing of them read. */
  @Benchmark
  @Row(value = "array of 10,000,000 float64 to Java, let go", target = 1_000)
  public String samples() {
    try (ScriptArray array = engine().getGlobal("samples").asArray()) {
      return array.dtype();
    }
  }

  /** The frame, one pixel of it read. */
  @Benchmark
  @Row(value = "the frame to Java, one pixel read, let go", target = 1_000)
  public long framePixel() {
    try (ScriptArray array = engine().getGlobal("frame").asArray()) {
      return array.getLong(1000, 1000);
    }
  }

  /** The frame as a segment of the caller's arena. */
  @Benchmark
  @Row(value = "the frame to Java as a segment of a confined arena, let go", target = 1000)
  public long frameSegment() {
    try (ScriptArray array = engine().getGlobal("frame").asArray();
        Arena arena = Arena.ofConfined()) {
      return array.segment(arena).byteSize();
    }
  }

  /**
   * The frame as a segment that ends with the array, which costs an arena that all threads share.
   */
  @Benchmark
  @Row("the frame to Java as a segment for all threads, let go")
  public long frameSharedSegment() {
    try (ScriptArray array = engine().getGlobal("frame").asArray()) {
      return array.segment().byteSize();
    }
  }
}
