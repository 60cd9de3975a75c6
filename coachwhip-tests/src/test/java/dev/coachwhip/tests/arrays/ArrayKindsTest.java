package dev.coachwhip.tests.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.TypeConversionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of every element type in every kind of layout, checked by NumPy itself (F1, V). */
@Tag("python")
class ArrayKindsTest {

  /** Arrays of random shape and strides, and a check of what Java read in them. */
  private static final String SCRIPT =
      """
      import numpy as np
      rng = np.random.default_rng(7)

      def random_bytes(dtype, count):
          dtype = np.dtype(dtype)
          if dtype.kind == 'b':
              return rng.integers(0, 2, count).astype('?')
          if dtype.kind in 'Mm':
              return rng.integers(-2**33, 2**33, count).astype('i8').astype(dtype)
          if dtype.kind in 'fc':
              real = rng.standard_normal(count) * 10.0 ** rng.integers(-3, 4, count)
              return (real + 1j * real[::-1] if dtype.kind == 'c' else real).astype(dtype)
          if dtype.kind == 'U':
              return np.array([''.join(map(chr, rng.integers(33, 0x2fff, rng.integers(0, 4)))) for _ in range(count)]).astype(dtype)
          if dtype.kind == 'S':
              return np.array([bytes(rng.integers(1, 128, rng.integers(0, 5)).tolist()) for _ in range(count)]).astype(dtype)
          return np.frombuffer(rng.bytes(count * dtype.itemsize), dtype).copy()

      def make(dtype, layout):
          shape = tuple(rng.integers(1, 5, rng.integers(1, 4)).tolist())
          whole = tuple(n * 2 for n in shape)
          a = random_bytes(dtype, int(np.prod(whole))).reshape(whole)
          if layout == 0:
              return a.copy()
          if layout == 1:
              return a[tuple(slice(None, None, 2) for _ in shape)]
          if layout == 2:
              return a[tuple(slice(None, None, -2) for _ in shape)].T
          if layout == 3:
              return np.asfortranarray(a)
          return np.broadcast_to(a[:1], (3,) + a.shape[1:])

      def same(value, element):
          if element.dtype.kind in 'Mm':
              return np.array(value, element.dtype) == element
          if element.dtype.kind == 'S':
              return value == element.tobytes().rstrip(b'\\0')
          if element.dtype.kind == 'V':
              return value == element.tobytes()
          return type(value) is type(element.item()) and value == element.item()

      def check(values):
          return len(values) == a.size and all(bool(same(v, e)) for v, e in zip(values, a.reshape(-1) if a.size else []))
      """;

  private final ScriptEngine engine = ScriptEngines.create("python");

  @BeforeEach
  void needNumPy() {
    NumPyInstalled.assume(engine);
    engine.executeScript(SCRIPT);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?", "i1", "u1", "<i2", ">i2", "<u2", ">u2", "<i4", ">i4", "<u4", "<i8", ">i8", "<u8",
        ">u8", "<f2", ">f2", "<f4", ">f4", "<f8", ">f8", "<c8", ">c8", "<c16", ">c16", "<M8[s]",
        ">M8[us]", "<M8[ms]", "<m8[us]", ">m8[ms]", "<U3", ">U3", "S5", "V7"
      })
  void everyLayout_readByJava_isWhatNumPySays(String dtype) {
    for (long layout = 0; layout < 25; layout++) {
      engine.setGlobal("a", engine.call("make", dtype, layout % 5));
      try (ScriptArray array = engine.getGlobal("a").asArray()) {
        assertThat(engine.call("check", elements(array)).asBoolean())
            .as("%s of layout %d, strides %s", dtype, layout, Arrays.toString(array.strideBytes()))
            .isTrue();
        assertThat(array.dtype()).isEqualTo(engine.executeScript("a.dtype.name").asString());
        assertThat(array.isContiguous())
            .isEqualTo(engine.executeScript("a.flags.c_contiguous").asBoolean());
      }
    }
  }

  private static List<@Nullable Object> elements(ScriptArray array) {
    List<@Nullable Object> elements = new ArrayList<>();
    long[] shape = array.shape();
    for (long at = 0; at < array.size(); at++) {
      long[] index = new long[shape.length];
      long rest = at;
      for (int d = shape.length - 1; d >= 0; d--) {
        index[d] = rest % shape[d];
        rest /= shape[d];
      }
      elements.add(array.get(index));
    }
    return elements;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?", "i1", "u1", "<i2", ">u2", "<i4", ">i4", "<u4", "<i8", "<u8", "<f2", ">f4", "<f8",
        "<c8", ">c16", "<M8[ns]", "<m8[D]", "<U3", "S5", "V7"
      })
  void everyLayout_givenBack_isTheSameArray(String dtype) {
    for (long layout = 0; layout < 5; layout++) {
      engine.setGlobal("a", engine.call("make", dtype, layout));
      try (ScriptArray array = engine.getGlobal("a").asArray()) {
        engine.setGlobal("b", array.shape()[0] > 1 ? array.at(1) : array);
        assertThat(
                engine
                    .executeScript(
                        "b.dtype == a.dtype and b.tobytes() == (a[1:2] if len(a) > 1 else a).tobytes()"
                            + " and np.shares_memory(a, b)")
                    .asBoolean())
            .as("%s of layout %d", dtype, layout)
            .isTrue();
      }
    }
  }

  @Test
  void nanPayload_crossesBothWays_bitForBit() {
    engine.executeScript("a = np.array([0x7ff8dead_beef0001], 'u8').view('f8')");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      assertThat(Double.doubleToRawLongBits(array.getDouble(0))).isEqualTo(0x7ff8deadbeef0001L);
      engine.setGlobal("b", array.toDoubleArray());
    }
    assertThat(engine.executeScript("b.tobytes() == a.tobytes()").asBoolean()).isTrue();
  }

  @Test
  void longDouble_isAnArrayWhoseElementsJavaRefuses() {
    engine.executeScript("a = np.zeros(3, np.longdouble)");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      assertThat(array.itemBytes()).isEqualTo(engine.executeScript("a.itemsize").as(int.class));
      if (array.itemBytes() > Double.BYTES) {
        assertThatThrownBy(() -> array.getDouble(0)).isInstanceOf(TypeConversionException.class);
      }
    }
  }

  @Test
  void structured_isRawBytes() {
    engine.executeScript("a = np.array([(1, 2.5)], dtype=[('n', '<i4'), ('x', '<f8')])");
    try (ScriptArray array = engine.getGlobal("a").asArray()) {
      assertThat(array.itemBytes()).isEqualTo(12);
      assertThat(array.get(0)).isEqualTo(engine.executeScript("a.tobytes()").asBytes());
    }
  }

  @Test
  void maskedArray_staysAReference() {
    assertThat(engine.executeScript("np.ma.array([1, 2], mask=[True, False])").isReference())
        .isTrue();
  }
}
