package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptArray;
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

/** Java's own arrays, segments and buffers of numbers, from the host to the worker. */
final class JavaArrays {

  private JavaArrays() {}

  /** Writes an object if it is one of these; short arrays as they are, others as shared arrays. */
  static boolean write(Object object, ValueWriter writer) {
    switch (object) {
      case double[] a -> flat(Tag.DOUBLE_ARRAY, MemorySegment.ofArray(a), "float64", writer);
      case float[] a -> flat(Tag.FLOAT_ARRAY, MemorySegment.ofArray(a), "float32", writer);
      case long[] a -> flat(Tag.LONG_ARRAY, MemorySegment.ofArray(a), "int64", writer);
      case int[] a -> flat(Tag.INT_ARRAY, MemorySegment.ofArray(a), "int32", writer);
      case short[] a -> flat(Tag.SHORT_ARRAY, MemorySegment.ofArray(a), "int16", writer);
      case boolean[] a -> flat(Tag.BOOLEAN_ARRAY, MemorySegment.ofArray(bytes(a)), "bool", writer);
      case MemorySegment segment -> memory(segment, "uint8", ByteOrder.nativeOrder(), writer);
      case Buffer buffer -> buffer(buffer, writer);
      case Object[] a when NestedArrays.isRectangular(a) -> nested(a, writer);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A boolean's bytes are not Java's to show. */
  private static byte[] bytes(boolean[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return bytes;
  }

  private static void flat(int tag, MemorySegment values, String name, ValueWriter writer) {
    if (values.byteSize() < SharedMemory.HERE_BYTES) {
      writer.out().putByte(tag);
      writer.out().putCount((int) values.byteSize());
      MemorySegment.ofBuffer(writer.out().part(values.byteSize())).copyFrom(values);
    } else {
      DType dtype = DType.of(name);
      long size = values.byteSize() / dtype.itemBytes();
      ArrayWriter.copy(values, dtype, Extent.contiguous(dtype.itemBytes(), size), writer);
    }
  }

  private static void memory(
      MemorySegment segment, String name, ByteOrder order, ValueWriter writer) {
    DType dtype = DType.of(name).ordered(order);
    long size = segment.byteSize() / dtype.itemBytes();
    Extent extent = Extent.contiguous(dtype.itemBytes(), size);
    ArrayWriter.write(
        new StridedArray(
            segment, dtype, extent, segment.isReadOnly(), new SegmentUse(() -> {}, false)),
        writer);
  }

  /** From position to limit. */
  private static void buffer(Buffer buffer, ValueWriter writer) {
    MemorySegment segment = MemorySegment.ofBuffer(buffer);
    switch (buffer) {
      case ByteBuffer _ -> memory(segment, "uint8", ByteOrder.nativeOrder(), writer);
      case ShortBuffer b -> memory(segment, "int16", b.order(), writer);
      case IntBuffer b -> memory(segment, "int32", b.order(), writer);
      case LongBuffer b -> memory(segment, "int64", b.order(), writer);
      case FloatBuffer b -> memory(segment, "float32", b.order(), writer);
      case DoubleBuffer b -> memory(segment, "float64", b.order(), writer);
      default -> throw writer.unconvertible(buffer.getClass().getName(), "");
    }
  }

  private static void nested(Object[] array, ValueWriter writer) {
    try (ScriptArray copy = ScriptArray.copyOf(array)) {
      ArrayWriter.write((StridedArray) copy, writer);
    }
  }

  /** Reads an array of one of the tags from {@link Tag#DOUBLE_ARRAY} on. */
  static Object read(int tag, WireReader in) {
    ByteBuffer bytes = in.part(in.getCount(1));
    return switch (tag) {
      case Tag.DOUBLE_ARRAY -> {
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        yield values;
      }
      case Tag.FLOAT_ARRAY -> {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        yield values;
      }
      case Tag.LONG_ARRAY -> {
        long[] values = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(values);
        yield values;
      }
      case Tag.INT_ARRAY -> {
        int[] values = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(values);
        yield values;
      }
      case Tag.SHORT_ARRAY -> {
        short[] values = new short[bytes.remaining() / Short.BYTES];
        bytes.asShortBuffer().get(values);
        yield values;
      }
      case Tag.BOOLEAN_ARRAY -> booleans(bytes);
      default -> throw new WireFormatException("no value begins with " + tag);
    };
  }

  private static boolean[] booleans(ByteBuffer bytes) {
    boolean[] values = new boolean[bytes.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.get(i) != 0;
    }
    return values;
  }
}
