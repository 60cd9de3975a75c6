package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.array.HostArrays;
import dev.coachwhip.python.array.PythonArrays;
import dev.coachwhip.python.array.PythonMemory;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.NestedArrays;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's arrays and other buffers of Python, seen by Java without a copy; Java's memory as arrays.
 * Attached.
 */
final class ArrayValues {

  private ArrayValues() {}

  static ScriptValue ofNumPy(long object, String typeName, ToJava conversion) {
    return value(arrays(conversion).ofNumPy(object), object, typeName, conversion);
  }

  /** Of bytes, a {@code memoryview} is a byte string; of anything else, an array. */
  static ScriptValue ofMemoryView(long object, String typeName, ToJava conversion) {
    return arrays(conversion).isOfBytes(object)
        ? ByteStrings.ofBuffer(object, typeName, conversion)
        : ofBuffer(object, typeName, conversion);
  }

  static ScriptValue ofBuffer(long object, String typeName, ToJava conversion) {
    return value(arrays(conversion).ofBuffer(object), object, typeName, conversion);
  }

  private static ScriptValue value(
      @Nullable StridedArray array, long object, String typeName, ToJava conversion) {
    return array == null ? conversion.reference(object, typeName) : ToJava.of(array, typeName);
  }

  private static PythonArrays arrays(ToJava conversion) {
    return new PythonArrays(conversion.attachment(), conversion.engine());
  }

  static String print(StridedArray array, boolean inContainer) {
    if (!(array.owner() instanceof PythonMemory memory) || array.isView()) {
      return array.toString();
    }
    try {
      array.pin();
    } catch (IllegalStateException e) {
      return array.toString(); // closed: there is no object any more
    }
    try {
      return memory.print(inContainer);
    } finally {
      array.unpin();
    }
  }

  /** An array of Python's own goes back as the object it is. */
  static long toPython(StridedArray array, ToPython conversion) {
    MemorySegment segment = array.pin();
    if (array.owner() instanceof PythonMemory memory && !array.isView()) {
      long object = ToPython.borrowed(memory.borrow());
      array.unpin();
      return object;
    }
    if (segment.isNative()) {
      long made =
          arrays(conversion)
              .shared(segment, array.type(), array.extent(), array.isReadOnly(), array::unpin);
      if (array.owner().isHandedOver()) {
        array.close(); // the script's use of the memory goes on
      }
      return made;
    }
    try {
      return copied(array, conversion);
    } finally {
      array.unpin();
    }
  }

  private static long copied(StridedArray array, ToPython conversion) {
    MemorySegment bytes = MemorySegment.ofArray(array.toBytes());
    return arrays(conversion).copied(bytes, array.type(), array.shape(), array.isReadOnly());
  }

  /** A segment tells no type: it is so many bytes. */
  static long ofSegment(MemorySegment segment, ToPython conversion) {
    return flat(segment, "uint8", ByteOrder.nativeOrder(), conversion);
  }

  /** From position to limit. */
  static long ofBuffer(Buffer buffer, ToPython conversion) {
    MemorySegment segment = MemorySegment.ofBuffer(buffer);
    return switch (buffer) {
      case ByteBuffer _ -> flat(segment, "uint8", ByteOrder.nativeOrder(), conversion);
      case ShortBuffer b -> flat(segment, "int16", b.order(), conversion);
      case IntBuffer b -> flat(segment, "int32", b.order(), conversion);
      case LongBuffer b -> flat(segment, "int64", b.order(), conversion);
      case FloatBuffer b -> flat(segment, "float32", b.order(), conversion);
      case DoubleBuffer b -> flat(segment, "float64", b.order(), conversion);
      default -> throw ToPython.unconvertible(buffer.getClass().getName());
    };
  }

  static long ofDoubles(double[] values, ToPython conversion) {
    return copied(MemorySegment.ofArray(values), "float64", values.length, conversion);
  }

  static long ofFloats(float[] values, ToPython conversion) {
    return copied(MemorySegment.ofArray(values), "float32", values.length, conversion);
  }

  static long ofLongs(long[] values, ToPython conversion) {
    return copied(MemorySegment.ofArray(values), "int64", values.length, conversion);
  }

  static long ofInts(int[] values, ToPython conversion) {
    return copied(MemorySegment.ofArray(values), "int32", values.length, conversion);
  }

  static long ofShorts(short[] values, ToPython conversion) {
    return copied(MemorySegment.ofArray(values), "int16", values.length, conversion);
  }

  /** A boolean's bytes are not Java's to show. */
  static long ofBooleans(boolean[] values, ToPython conversion) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return copied(MemorySegment.ofArray(bytes), "bool", values.length, conversion);
  }

  /** Arrays of arrays of numbers are one array where all have the same length; others are lists. */
  static long ofArray(Object array, ToPython conversion) {
    if (!NestedArrays.isRectangular(array)) {
      return Lists.ofArray(array, conversion);
    }
    try (ScriptArray copy = ScriptArray.copyOf(array)) {
      return conversion.value(copy); // its use of the memory goes on after the close
    }
  }

  private static long flat(
      MemorySegment segment, String dtype, ByteOrder order, ToPython conversion) {
    DType type = DType.of(dtype).ordered(order);
    long size = segment.byteSize() / type.itemBytes();
    return segment.isNative()
        ? arrays(conversion)
            .shared(
                segment,
                type,
                Extent.contiguous(type.itemBytes(), size),
                segment.isReadOnly(),
                () -> {})
        : arrays(conversion).copied(segment, type, new long[] {size}, segment.isReadOnly());
  }

  private static long copied(MemorySegment segment, String dtype, long size, ToPython conversion) {
    return arrays(conversion).copied(segment, DType.of(dtype), new long[] {size}, false);
  }

  private static HostArrays arrays(ToPython conversion) {
    return new HostArrays(conversion.engine().hostMemory(), conversion.attachment());
  }
}
