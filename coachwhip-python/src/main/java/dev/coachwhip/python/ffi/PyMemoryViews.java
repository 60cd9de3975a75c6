package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Memory views: {@code memoryobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyMemoryViews {

  private PyMemoryViews() {}

  private static final MethodHandle PyMemoryView_FromObject =
      CPython.function("PyMemoryView_FromObject", Shape.LONGS_1);

  private static final MethodHandle PyMemoryView_FromMemory =
      CPython.function("PyMemoryView_FromMemory", Shape.LONGS_3);

  /** New memory view of memory that outlives it, 0 on error. */
  public static long PyMemoryView_FromMemory(long address, long sizeBytes, long flags) {
    try {
      return (long) PyMemoryView_FromMemory.invokeExact(address, sizeBytes, flags);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New memory view of what the object exports, 0 on error. May run Python code. */
  public static long PyMemoryView_FromObject(long object) {
    try {
      return (long) PyMemoryView_FromObject.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}
