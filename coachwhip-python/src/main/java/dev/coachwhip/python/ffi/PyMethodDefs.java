package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/**
 * The {@code PyMethodDef} of a function written in C: name, C function, flags, documentation. All
 * function objects made of one definition call what it points to.
 */
public final class PyMethodDefs {

  /** After the header of a {@code PyCFunctionObject}, which free-threaded builds have longer. */
  private static final int[] KNOWN_OFFSETS = {16, 32};

  private static final long FUNCTION_OFFSET = 8;
  private static final long FLAGS_OFFSET = 16;

  private PyMethodDefs() {}

  /**
   * Returns the definition's address, 0 if it is not where we think. Attached.
   *
   * @param function a built-in function, borrowed
   */
  public static long of(long function) {
    long pointer = PyMethods.PyCFunction_GetFunction(function);
    for (int offset : KNOWN_OFFSETS) {
      long definition = NativeMemory.getLong(function + offset);
      if (definition != 0 && pointer(definition) == pointer) {
        return definition;
      }
    }
    return 0;
  }

  /** Returns how the C function takes its arguments, {@code METH_VARARGS} and so on. */
  public static int flags(long definition) {
    return NativeMemory.getInt(definition + FLAGS_OFFSET);
  }

  /** Returns where a definition keeps the address of its C function. */
  public static long functionSlot(long definition) {
    return definition + FUNCTION_OFFSET;
  }

  /** Returns the address of the C function of a definition. */
  public static long pointer(long definition) {
    return NativeMemory.getLong(functionSlot(definition));
  }

  /** Returns the C function of a definition, as a handle of four longs to a long. */
  public static MethodHandle function(long definition) {
    return CPython.functionAt(pointer(definition), Shape.LONGS_4);
  }

  /**
   * Makes a definition call another C function; of the same flags, never freed. Attached.
   *
   * @param pointer the C function's address
   */
  public static void redirect(long definition, long pointer) {
    NativeMemory.putLong(functionSlot(definition), pointer);
  }
}
