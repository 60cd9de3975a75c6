package dev.coachwhip.tests.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
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

/** Java's memory in a Python without NumPy (F1). */
@Tag("python")
class MemoryViewTest {

  private final ScriptEngine engine = ScriptEngines.create("python");

  @BeforeEach
  void needNoNumPy() {
    assumeFalse(NumPyInstalled.isTrue(engine), "this Python has NumPy");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void primitiveArray_isAMemoryViewOfItsType() {
    engine.setGlobal("a", new double[] {1.5, 2.5});
    engine.setGlobal("b", new int[][] {{1, 2}, {3, 4}});
    engine.setGlobal("e", new long[0]);
    assertThat(engine.executeScript("f'{type(a).__name__} {a.format} {a.tolist()} {sum(a)}'"))
        .hasToString("memoryview d [1.5, 2.5] 4.0");
    assertThat(engine.executeScript("f'{b.format} {b.tolist()} {b[1, 0]} {len(e)}'"))
        .hasToString("i [[1, 2], [3, 4]] 3 0");
  }

  @Test
  void segment_isShared() {
    MemorySegment segment = Arena.ofAuto().allocate(16, 8);
    engine.setGlobal("a", ScriptArray.of(segment, "float64", 2));
    engine.executeScript("a[1] = 2.5");
    assertThat(segment.getAtIndex(ValueLayout.JAVA_DOUBLE, 1)).isEqualTo(2.5);
  }

  @Test
  void readOnlyBuffer_written_fails() {
    engine.setGlobal("a", ByteBuffer.allocateDirect(4).asReadOnlyBuffer());
    assertThatThrownBy(() -> engine.executeScript("a[0] = 1"))
        .hasMessageContaining("cannot modify read-only memory");
  }

  @Test
  void whatAMemoryViewCannotShow_saysWhatToInstall() {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN);
    assertThatThrownBy(() -> engine.setGlobal("a", bytes.asIntBuffer()))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("pip install numpy");
  }

  @Test
  void memoryView_comesBackAsTheSameMemory() {
    engine.setGlobal("a", new double[] {1, 2});
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      array.setDouble(7, 0);
    }
    assertThat(engine.executeScript("a[0]").asDouble()).isEqualTo(7);
  }
}
