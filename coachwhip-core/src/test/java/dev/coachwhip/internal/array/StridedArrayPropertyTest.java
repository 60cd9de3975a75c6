package dev.coachwhip.internal.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.Complex;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F1: arrays of every type, shape, stride and byte order, against a plain model of them. */
@DisplayName("F1: arrays against a model")
class StridedArrayPropertyTest {

  private static final int ROUNDS = 150;

  private static final List<Class<?>> PRIMITIVES =
      List.of(byte.class, short.class, int.class, long.class, float.class, double.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|b1", "|i1", "|u1", "<i2", ">i2", "<u2", ">u2", "<i4", ">i4", "<u4", ">u4", "<i8", ">i8",
        "<u8", ">u8", "<f2", ">f2", "<f4", ">f4", "<f8", ">f8", "<c8", ">c16", "<M8[us]", ">m8[s]",
        "|S3", "|V5", ">U2"
      })
  void array_ofAnyLayout_readsAndWritesAsItsModel(String typestr) {
    DType dtype = DType.of(typestr);
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      try (StridedArray array = TestMemory.array(dtype, randomExtent(random, dtype.itemBytes()))) {
        fill(array, random);
        checkReading(array, typestr + " seed " + seed);
        checkPrimitives(array, typestr + " seed " + seed);
        checkWriting(array, typestr + " seed " + seed);
      }
    }
  }

  /** Any order of the dimensions, gaps, negative steps, lengths of 0 and 1. */
  private static Extent randomExtent(Random random, int itemBytes) {
    int rank = random.nextInt(5);
    long[] shape = new long[rank];
    long[] strides = new long[rank];
    List<Integer> order = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      shape[d] = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(4);
      order.add(d);
    }
    if (random.nextBoolean()) {
      Collections.shuffle(order, random);
    }
    long stride = itemBytes;
    for (int d : order.reversed()) {
      long gap = random.nextInt(3) == 0 ? random.nextInt(2 * itemBytes + 1) : 0;
      strides[d] = (stride + gap) * (random.nextInt(4) == 0 ? -1 : 1);
      stride = Math.abs(strides[d]) * Math.max(shape[d], 1);
    }
    return Extent.of(shape, strides, itemBytes);
  }

  /** Random bits, small numbers, and the ends of the ranges. */
  private static void fill(StridedArray array, Random random) {
    MemorySegment memory = TestMemory.memory(array);
    byte[] bytes = new byte[(int) memory.byteSize()];
    random.nextBytes(bytes);
    boolean isSmall = random.nextBoolean();
    for (int i = 0; i < bytes.length; i++) {
      switch (array.type().kind()) {
        case BOOLEAN -> bytes[i] &= 1;
        case TEXT -> bytes[i] = i % 4 == 3 ? (byte) (1 + (bytes[i] & 63)) : 0;
        case SIGNED, UNSIGNED -> bytes[i] = isSmall && i % 8 != 0 ? 0 : bytes[i];
        default -> {}
      }
    }
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
    if (array.type().kind() == DType.Kind.TEXT) {
      for (long[] index : indices(array)) {
        array.set(random.nextInt(3) == 0 ? "" : "é" + (random.nextBoolean() ? "😀" : ""), index);
      }
    }
  }

  private static void checkReading(StridedArray array, String name) {
    Object[] objects = new Object[(int) array.size()];
    array.copyTo(objects, 0);
    int i = 0;
    byte[] bytes = new byte[(int) array.size() * array.itemBytes()];
    for (long[] index : indices(array)) {
      Object expected = model(array, index);
      assertThat(array.get(index)).as(name).isEqualTo(expected);
      assertThat(objects[i]).as(name).isEqualTo(expected);
      Object inner = array;
      for (long n : index) {
        inner = ((StridedArray) inner).at(n);
      }
      assertThat(((StridedArray) inner).get()).as(name).isEqualTo(expected);
      element(array, index).get(bytes, i++ * array.itemBytes(), array.itemBytes());
    }
    assertThat(array.toBytes()).as(name).isEqualTo(bytes);
  }

  /** Each primitive type has all elements exactly, or the first that does not fit is named. */
  private static void checkPrimitives(StridedArray array, String name) {
    for (Class<?> type : PRIMITIVES) {
      Object target = Array.newInstance(type, (int) array.size() + 2);
      List<long[]> indices = indices(array);
      long[] misfit = indices.stream().filter(x -> !fits(array, x, type)).findFirst().orElse(null);
      if (!isNumeric(array, type)) {
        assertThatExceptionOfType(TypeConversionException.class)
            .as(name)
            .isThrownBy(() -> array.copyTo(target, 1));
      } else if (misfit != null) {
        assertThatExceptionOfType(TypeConversionException.class)
            .as(name)
            .isThrownBy(() -> array.copyTo(target, 1))
            .withMessageContaining(type.getName())
            .withMessageContaining(array.dtype())
            .withMessageEndingWith(misfit.length == 0 ? "" : " at " + Arrays.toString(misfit));
      } else {
        array.copyTo(target, 1);
        for (int i = 0; i < indices.size(); i++) {
          Object expected = primitive(model(array, indices.get(i)), array, indices.get(i), type);
          assertThat(Array.get(target, i + 1)).as(name).isEqualTo(expected);
        }
      }
    }
  }

  private static boolean isNumeric(StridedArray array, Class<?> type) {
    return switch (array.type().kind()) {
      case SIGNED, UNSIGNED -> true;
      case FLOAT -> type == float.class || type == double.class;
      case DATETIME, TIMEDELTA -> type == long.class;
      default -> false;
    };
  }

  private static boolean fits(StridedArray array, long[] index, Class<?> type) {
    return switch (model(array, index)) {
      case Long n -> exact(BigInteger.valueOf(n), type);
      case BigInteger n -> exact(n, type);
      case Double d -> type == double.class || Double.isNaN(d) || (float) (double) d == d;
      case null, default -> true;
    };
  }

  private static boolean exact(BigInteger n, Class<?> type) {
    if (type == double.class) {
      return new BigDecimal(n.doubleValue()).compareTo(new BigDecimal(n)) == 0;
    }
    if (type == float.class) {
      return new BigDecimal((double) n.floatValue()).compareTo(new BigDecimal(n)) == 0;
    }
    int bits = List.of(byte.class, short.class, int.class, long.class).indexOf(type);
    return n.bitLength() < Byte.SIZE << bits;
  }

  private static Object primitive(Object value, StridedArray array, long[] index, Class<?> type) {
    if (type == long.class && !(value instanceof Number)) {
      return element(array, index).getLong(); // the ticks of a time
    }
    Number n = (Number) value;
    return switch (type.getName()) {
      case "byte" -> n.byteValue();
      case "short" -> n.shortValue();
      case "int" -> n.intValue();
      case "long" -> n.longValue();
      case "float" -> n.floatValue();
      default -> n.doubleValue();
    };
  }

  /** What is read from one array and written to another of another layout has the same bytes. */
  private static void checkWriting(StridedArray array, String name) {
    Extent reversed =
        Extent.of(
            array.shape(),
            Arrays.stream(Extent.contiguous(array.itemBytes(), array.shape()).strideBytes())
                .map(stride -> -stride)
                .toArray(),
            array.itemBytes());
    try (StridedArray one = TestMemory.array(array.type(), reversed);
        StridedArray flat = TestMemory.array(array.type(), reversed);
        StridedArray nested = TestMemory.array(array.type(), reversed)) {
      for (long[] index : indices(array)) {
        one.set(array.get(index), index);
      }
      Object[] objects = new Object[(int) array.size()];
      array.copyTo(objects, 0);
      flat.copyFrom(objects);
      if (array.rank() > 0) {
        nested.copyFrom(array.to(nestedType(Object.class, array.rank())));
      } else {
        nested.set(array.get());
      }
      for (StridedArray copy : List.of(one, flat, nested)) {
        assertSame(copy, array, name);
      }
    }
    checkPrimitiveWriting(array, reversed, name);
  }

  private static void checkPrimitiveWriting(StridedArray array, Extent layout, String name) {
    Class<?> type =
        switch (array.type().kind()) {
          case BOOLEAN -> boolean.class;
          case SIGNED, DATETIME, TIMEDELTA -> long.class;
          case UNSIGNED -> array.itemBytes() < 8 ? long.class : null;
          case FLOAT -> double.class;
          default -> null;
        };
    if (type == null || array.rank() == 0) {
      return;
    }
    try (StridedArray copy = TestMemory.array(array.type(), layout)) {
      copy.copyFrom(array.to(nestedType(type, array.rank())));
      assertSame(copy, array, name);
    }
  }

  /** NaNs may lose their payload when they change their size. */
  private static void assertSame(StridedArray copy, StridedArray array, String name) {
    for (long[] index : indices(array)) {
      assertThat(copy.get(index)).as(name).isEqualTo(array.get(index));
    }
  }

  private static Class<?> nestedType(Class<?> component, int rank) {
    Class<?> type = component;
    for (int d = 0; d < rank; d++) {
      type = type.arrayType();
    }
    return type;
  }

  private static List<long[]> indices(StridedArray array) {
    List<long[]> result = new ArrayList<>();
    for (long i = 0; i < array.size(); i++) {
      long[] index = new long[array.rank()];
      long rest = i;
      for (int d = array.rank() - 1; d >= 0; d--) {
        index[d] = rest % array.shape()[d];
        rest /= array.shape()[d];
      }
      result.add(index);
    }
    return result;
  }

  private static ByteBuffer element(StridedArray array, long[] index) {
    long offset = array.offsetBytes();
    for (int d = 0; d < index.length; d++) {
      offset += index[d] * array.strideBytes()[d];
    }
    return TestMemory.memory(array)
        .asSlice(offset, array.itemBytes())
        .asByteBuffer()
        .order(array.order());
  }

  private static Object model(StridedArray array, long[] index) {
    ByteBuffer bytes = element(array, index);
    return switch (array.dtype()) {
      case "bool" -> bytes.get() != 0;
      case "int8" -> (long) bytes.get();
      case "uint8" -> (long) Byte.toUnsignedInt(bytes.get());
      case "int16" -> (long) bytes.getShort();
      case "uint16" -> (long) Short.toUnsignedInt(bytes.getShort());
      case "int32" -> (long) bytes.getInt();
      case "uint32" -> Integer.toUnsignedLong(bytes.getInt());
      case "int64" -> bytes.getLong();
      case "uint64" -> unsigned(bytes.getLong());
      case "float16" -> (double) Float.float16ToFloat(bytes.getShort());
      case "float32" -> (double) bytes.getFloat();
      case "float64" -> bytes.getDouble();
      case "complex64" -> new Complex(bytes.getFloat(), bytes.getFloat());
      case "complex128" -> new Complex(bytes.getDouble(), bytes.getDouble());
      default -> Objects.requireNonNull(array.get(index)); // StridedArrayTest has their values
    };
  }

  private static Object unsigned(long bits) {
    return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
  }
}
