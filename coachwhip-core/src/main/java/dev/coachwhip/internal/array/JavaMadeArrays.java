package dev.coachwhip.internal.array;

import dev.coachwhip.Complex;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.util.Map;

/** Makes arrays whose memory belongs to Java. */
public final class JavaMadeArrays {

  /** Aligned for every element type, and for the widest vectors that native code loads at once. */
  private static final long ALIGNMENT_BYTES = 64;

  private static final Map<Class<?>, String> DTYPES =
      Map.of(
          boolean.class, "bool",
          byte.class, "int8",
          short.class, "int16",
          int.class, "int32",
          long.class, "int64",
          float.class, "float32",
          double.class, "float64",
          Complex.class, "complex128");

  private JavaMadeArrays() {}

  /** Returns an array that shares the memory; see {@link dev.coachwhip.ScriptArray#of}. */
  public static StridedArray over(MemorySegment memory, String name, long... shape) {
    DType dtype = DType.of(name);
    Extent extent = Extent.contiguous(dtype.itemBytes(), shape);
    if (memory.byteSize() != extent.spanBytes()) {
      throw new IllegalArgumentException(
          "memory of "
              + memory.byteSize()
              + " bytes for elements of "
              + extent.spanBytes()
              + " bytes in all");
    }
    return new StridedArray(memory, dtype, extent, memory.isReadOnly(), new SharedMemory());
  }

  /** Returns an array with a copy; see {@link dev.coachwhip.ScriptArray#copyOf}. */
  public static StridedArray copyOf(Object array) {
    int rank = 0;
    Class<?> component = array.getClass();
    for (; component.isArray(); component = component.getComponentType()) {
      rank++;
    }
    String name = DTYPES.get(component);
    if (rank == 0 || name == null) {
      throw new IllegalArgumentException(
          "no array of numbers: " + array.getClass().getSimpleName());
    }
    DType dtype = DType.of(name);
    Extent extent = Extent.contiguous(dtype.itemBytes(), shape(array, rank));
    OwnMemory owner = OwnMemory.allocate(extent.spanBytes(), ALIGNMENT_BYTES);
    StridedArray made = new StridedArray(owner.memory(), dtype, extent, false, owner);
    made.copyFrom(array);
    return made;
  }

  private static long[] shape(Object array, int rank) {
    long[] shape = new long[rank];
    Object inner = array;
    for (int d = 0; d < rank; d++) {
      shape[d] = Array.getLength(inner);
      if (shape[d] == 0) {
        break; // the lengths further in are not known: 0 as well
      }
      inner = d + 1 < rank ? Array.get(inner, 0) : inner;
    }
    return shape;
  }
}
