package dev.coachwhip.tests.stress;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;

/** The conversions of arrays, and of large ones that must not be copied. Needs NumPy. */
final class SoakedArrays {

  private static final int SIDE = 2048;

  private static final String SETUP =
      """
      import numpy
      frame = numpy.zeros((2048, 2048), "uint16")
      frame_address = frame.__array_interface__["data"][0]
      small = numpy.arange(100.0)
      scalar = numpy.float32(0.5)
      mixed = numpy.zeros((4, 6), ">i4")[::-1, ::2]

      def is_at(array, address):
          return array.__array_interface__["data"][0] == address
      """;

  private final MemorySegment frame = Arena.ofAuto().allocate(JAVA_SHORT, (long) SIDE * SIDE);
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(800);
  private final double[] doubles = new double[100];
  private long frameAddress;

  /** Makes Python's arrays, and returns the conversions of arrays of all kinds. */
  List<SoakedConversion> prepare(ScriptEngine engine) {
    engine.executeScript(SETUP);
    frameAddress = engine.getGlobal("frame_address").asLong();
    return List.of(
        new SoakedConversion("array closed", this::frameToJava),
        new SoakedConversion("array forgotten", this::frameForgotten),
        new SoakedConversion("array as a segment of an arena", SoakedArrays::segmentOfArena),
        new SoakedConversion("array as its own segment", SoakedArrays::ownSegment),
        new SoakedConversion("array copied", SoakedArrays::copied),
        new SoakedConversion("array with strides", SoakedArrays::strided),
        new SoakedConversion("array made and forgotten in Python", SoakedArrays::dropped),
        new SoakedConversion("NumPy's scalar", SoakedArrays::scalar),
        new SoakedConversion("array and back", SoakedArrays::andBack),
        new SoakedConversion("frame of Java", this::frameToPython),
        new SoakedConversion("direct buffer", python -> python.setGlobal("received", buffer)),
        new SoakedConversion("double[]", python -> python.setGlobal("received", doubles)));
  }

  /** Returns the conversions of the frame alone, which must take place where it is. */
  List<SoakedConversion> frames() {
    return List.of(
        new SoakedConversion("frame to Java, closed", this::frameToJava),
        new SoakedConversion("frame to Java, forgotten", this::frameForgotten),
        new SoakedConversion("frame to Python", this::frameToPython),
        new SoakedConversion("frame to Python, looked at", this::frameLookedAt));
  }

  private void frameToJava(ScriptEngine python) {
    try (ScriptArray array = python.getGlobal("frame").asArray();
        Arena arena = Arena.ofConfined()) {
      if (array.segment(arena).address() != frameAddress) {
        throw new AssertionError("copied");
      }
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // left to the garbage collector
  private void frameForgotten(ScriptEngine python) {
    ScriptArray array = python.getGlobal("frame").asArray();
    if (array.getLong(SIDE - 1, SIDE - 1) != 0) {
      throw new AssertionError("not the frame");
    }
  }

  private void frameToPython(ScriptEngine python) {
    python.setGlobal("received", ScriptArray.of(frame, "uint16", SIDE, SIDE));
  }

  private void frameLookedAt(ScriptEngine python) {
    ScriptArray array = ScriptArray.of(frame, "uint16", SIDE, SIDE);
    assertThat(python.call("is_at", array, frame.address()).asBoolean()).isTrue();
  }

  private static void segmentOfArena(ScriptEngine python) {
    try (Arena arena = Arena.ofConfined()) {
      try (ScriptArray array = python.getGlobal("small").asArray()) {
        assertThat(array.segment(arena).byteSize()).isEqualTo(800);
      }
    }
  }

  private static void ownSegment(ScriptEngine python) {
    try (ScriptArray array = python.getGlobal("small").asArray()) {
      assertThat(array.segment().byteSize()).isEqualTo(800);
    }
  }

  private static void copied(ScriptEngine python) {
    assertThat(python.getGlobal("small").as(double[].class)).hasSize(100);
  }

  private static void strided(ScriptEngine python) {
    try (ScriptArray array = python.getGlobal("mixed").asArray()) {
      assertThat(array.toIntArray()).hasSize(12);
    }
  }

  private static void dropped(ScriptEngine python) {
    try (ScriptArray array = python.executeScript("numpy.ones(1000)").asArray()) {
      assertThat(array.getDouble(999)).isEqualTo(1);
    }
  }

  private static void scalar(ScriptEngine python) {
    assertThat(python.getGlobal("scalar").asDouble()).isEqualTo(0.5);
  }

  private static void andBack(ScriptEngine python) {
    try (ScriptArray array = python.getGlobal("small").asArray()) {
      python.setGlobal("received", array);
    }
  }
}
