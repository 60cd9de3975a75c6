package dev.coachwhip.tests.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** NumPy's arrays in Java and Java's memory in NumPy, over the same bytes (F1). */
@Tag("python")
class SharedArrayTest {

  private final ScriptEngine engine = ScriptEngines.create("python");

  @BeforeEach
  void needNumPy() {
    NumPyInstalled.assume(engine);
    engine.executeScript("import numpy as np");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private ScriptArray array(String expression) {
    return engine.executeScript(expression).asArray();
  }

  @Test
  void array_ofScript_tellsWhatNumPyTells() {
    try (ScriptArray array = array("np.arange(24, dtype='>i4').reshape(2, 3, 4)[::-1, ::2]")) {
      assertThat(array.dtype()).isEqualTo("int32");
      assertThat(array.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
      assertThat(array.shape()).containsExactly(2, 2, 4);
      assertThat(array.strideBytes()).containsExactly(-48, 32, 4);
      assertThat(array.getLong(1, 1, 3)).isEqualTo(11);
      assertThat(array.toIntArray())
          .containsExactly(12, 13, 14, 15, 20, 21, 22, 23, 0, 1, 2, 3, 8, 9, 10, 11);
    }
  }

  @Test
  void array_writtenInJava_isWrittenInPython() {
    engine.executeScript("a = np.zeros(4)");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      array.setDouble(2.5, 1);
      array.segment().setAtIndex(ValueLayout.JAVA_DOUBLE, 3, 4.5);
    }
    assertThat(engine.executeScript("a.tolist() == [0, 2.5, 0, 4.5]").asBoolean()).isTrue();
  }

  @Test
  void array_writtenInPython_isSeenInJava() {
    engine.executeScript("a = np.zeros((2, 2), 'u2')");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      engine.executeScript("a[1, 0] = 65535");
      assertThat(array.getLong(1, 0)).isEqualTo(65535);
    }
  }

  @Test
  void array_readOnly_isReadOnlyInJava() {
    engine.executeScript("a = np.arange(3)\na.flags.writeable = False");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      assertThat(array.isReadOnly()).isTrue();
      assertThat(array.segment().isReadOnly()).isTrue();
    }
  }

  @Test
  void array_deletedInPython_livesWhileJavaHoldsIt() {
    engine.executeScript("a = np.full(1_000_000, 7.0)");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      engine.executeScript(
          "del a\nimport gc\ngc.collect()\nb = [np.ones(1_000_000) for _ in range(3)]");
      assertThat(array.getDouble(999_999)).isEqualTo(7.0);
    }
  }

  @Test
  void array_resizedWhileJavaHoldsIt_isRefusedInPython() {
    engine.executeScript("a = np.arange(10)");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      assertThatThrownBy(() -> engine.executeScript("a.resize(10_000_000, refcheck=False)"))
          .isInstanceOf(ScriptRuntimeException.class)
          .hasMessageContaining("resize");
      assertThat(array.getLong(9)).isEqualTo(9);
    }
    assertThat(engine.executeScript("a.resize(20, refcheck=False)\na.size").asLong()).isEqualTo(20);
  }

  @Test
  void array_closed_isUnusableWithAClearError() {
    ScriptArray array = array("np.arange(3)");
    MemorySegment segment = array.segment();
    array.close();
    array.close();
    assertThatThrownBy(() -> array.getLong(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_BYTE, 0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> engine.setGlobal("x", array))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void array_afterItsEngineClosed_isStillReadable() {
    ScriptArray array = array("np.arange(5)");
    engine.close();
    assertThat(array.getLong(4)).isEqualTo(4);
    array.close();
  }

  @Test
  void array_givenBack_isTheSameObject() {
    engine.executeScript("a = np.arange(3)");
    engine.setGlobal("b", engine.getGlobal("a"));
    assertThat(engine.executeScript("b is a").asBoolean()).isTrue();
  }

  @Test
  void array_ofObjects_staysAReferenceAndSaysSo() {
    ScriptValue value = engine.executeScript("np.array([{}, 1], dtype=object)");
    assertThat(value.isReference()).isTrue();
    assertThatThrownBy(value::asArray).isInstanceOf(TypeConversionException.class);
  }

  @Test
  void array_printed_isPrintedAsByPython() {
    assertThat(engine.executeScript("np.arange(3)")).hasToString("[0 1 2]");
    assertThat(engine.executeScript("[np.arange(3)]")).hasToString("[array([0, 1, 2])]");
  }

  @Test
  void zeroDimensionalAndEmpty_areArrays() {
    try (ScriptArray array = array("np.array(2.5)")) {
      assertThat(array.shape()).isEmpty();
      assertThat(array.getDouble()).isEqualTo(2.5);
    }
    try (ScriptArray array = array("np.empty((0, 5), 'f4')")) {
      assertThat(array.shape()).containsExactly(0, 5);
      assertThat(array.toFloatArray()).isEmpty();
    }
  }

  @Test
  void segment_givenToPython_isSharedBothWays() {
    MemorySegment segment = Arena.ofAuto().allocate(2L * 3 * 2, 8);
    engine.setGlobal("frame", ScriptArray.of(segment, "uint16", 2, 3));
    assertThat(engine.executeScript("frame.dtype.name + str(frame.shape)").asString())
        .isEqualTo("uint16(2, 3)");
    engine.executeScript("frame[1, 2] = 4711");
    assertThat(segment.getAtIndex(ValueLayout.JAVA_SHORT, 5)).isEqualTo((short) 4711);
    segment.setAtIndex(ValueLayout.JAVA_SHORT, 0, (short) 42);
    assertThat(engine.executeScript("int(frame[0, 0])").asLong()).isEqualTo(42);
  }

  @Test
  void directBuffer_givenToPython_isSharedFromPositionToLimitInItsOrder() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(64).order(ByteOrder.BIG_ENDIAN);
    engine.setGlobal("a", bytes.asIntBuffer().position(2).limit(6));
    engine.executeScript("a[:] = [1, 2, 3, 4]");
    assertThat(bytes.asIntBuffer().get(2)).isEqualTo(1);
    assertThat(bytes.asIntBuffer().get(5)).isEqualTo(4);
    assertThat(bytes.asIntBuffer().get(6)).isZero();
  }

  @Test
  void readOnlyMemory_writtenInPython_fails() {
    MemorySegment segment = Arena.ofAuto().allocate(8).asReadOnly();
    for (Object memory :
        new Object[] {
          segment,
          ByteBuffer.allocateDirect(8).asReadOnlyBuffer(),
          ByteBuffer.allocate(8).asReadOnlyBuffer()
        }) {
      engine.setGlobal("a", memory);
      assertThatThrownBy(() -> engine.executeScript("a[0] = 1"))
          .isInstanceOf(ScriptRuntimeException.class)
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void primitiveArrays_givenToPython_areArraysOfTheirType() {
    engine.setGlobal("d", new double[] {1.5, Double.NaN});
    engine.setGlobal("f", new float[] {1.5f});
    engine.setGlobal("l", new long[] {Long.MIN_VALUE});
    engine.setGlobal("i", new int[] {-1});
    engine.setGlobal("s", new short[] {3});
    engine.setGlobal("z", new boolean[] {true, false});
    assertThat(
            engine
                .executeScript(
                    "' '.join(f'{x.dtype.name}{x.tolist()}' for x in (d, f, l, i, s, z))")
                .asString())
        .isEqualTo(
            "float64[1.5, nan] float32[1.5] int64[-9223372036854775808] int32[-1] int16[3]"
                + " bool[True, False]");
  }

  @Test
  void closedArena_whilePythonHoldsItsMemory_isAnErrorAndNoCrash() {
    try (Arena arena = Arena.ofShared()) {
      engine.setGlobal("a", ScriptArray.of(arena.allocate(1 << 20, 8), "float64", 1 << 17));
      assertThat(engine.executeScript("float(a.sum())").asDouble()).isZero();
    }
    assertThatThrownBy(() -> engine.executeScript("float(a.sum())"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("float64[131072]")
        .hasMessageContaining("arena");
    engine.setGlobal("a", null);
    assertThat(engine.executeScript("6 * 7").asLong()).isEqualTo(42);
  }

  @Test
  void closedArena_heldOnlyByACircle_isCollected() {
    try (Arena arena = Arena.ofConfined()) {
      engine.setGlobal("a", arena.allocate(8));
      engine.executeScript("circle = [a]\ncircle.append(circle)\ndel circle, a");
    }
    assertThat(engine.executeScript("1").asLong()).isEqualTo(1);
  }

  @Test
  void memoryView_ofNumbers_isAnArray() {
    engine.executeScript("import array\nb = array.array('d', [1, 2, 3])\nm = memoryview(b)");
    try (ScriptArray fromView = engine.getGlobal("m").asArray();
        ScriptArray fromArray = engine.getGlobal("b").asArray()) {
      assertThat(fromView.toDoubleArray()).containsExactly(1, 2, 3);
      fromArray.setDouble(9, 0);
      assertThat(fromView.getDouble(0)).isEqualTo(9);
      assertThatThrownBy(() -> engine.executeScript("b.append(4)"))
          .hasMessageContaining("BufferError");
      engine.executeScript("m.release()");
      assertThat(fromView.getDouble(2)).isEqualTo(3);
    }
  }

  @Test
  void nestedArrays_ofOneLength_areOneArray() {
    engine.setGlobal("a", new double[][] {{1, 2, 3}, {4, 5, 6}});
    engine.setGlobal("c", new int[2][3][4]);
    engine.setGlobal("ragged", new double[][] {{1}, {2, 3}});
    engine.setGlobal("holes", new double[][] {{1}, null});
    assertThat(
            engine
                .executeScript(
                    "f'{a.dtype}{a.shape} {c.dtype}{c.shape} {type(ragged).__name__}"
                        + "{[x.tolist() for x in ragged]} {holes[1]}'")
                .asString())
        .isEqualTo("float64(2, 3) int32(2, 3, 4) list[[1.0], [2.0, 3.0]] None");
  }

  @Test
  void otherBuffers_areArraysWhenAskedFor() {
    engine.executeScript("import ctypes\nc = (ctypes.c_int32 * 4)(1, 2, 3, 4)");
    try (ScriptArray array = engine.getGlobal("c").asArray()) {
      assertThat(array.dtype()).isEqualTo("int32");
      array.setLong(9, 3);
    }
    assertThat(engine.executeScript("c[3]").asLong()).isEqualTo(9);
  }

  @Test
  void part_ofAnArrayOfScript_isSharedWithPython() {
    engine.executeScript("a = np.zeros((3, 4))");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      engine.setGlobal("row", array.at(1));
      engine.executeScript("row[2] = 5.0\ndel a");
      assertThat(array.getDouble(1, 2)).isEqualTo(5.0);
    }
    assertThat(engine.executeScript("row.tolist() == [0, 0, 5, 0]").asBoolean()).isTrue();
  }

  @Test
  void javasArray_closedWhilePythonHoldsIt_livesUntilPythonDropsIt() {
    ScriptArray array = ScriptArray.copyOf(new double[] {1, 2, 3});
    engine.setGlobal("a", array);
    array.close();
    assertThat(engine.executeScript("float(a.sum())").asDouble()).isEqualTo(6.0);
  }
}
