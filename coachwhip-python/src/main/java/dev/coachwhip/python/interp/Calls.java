package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyObjects;
import java.lang.foreign.Arena;

/**
 * Calls Python objects. Attached. Arguments are borrowed, results are new references; exceptions
 * come as {@link Raised}.
 */
public final class Calls {

  private Calls() {}

  /** Calls with no arguments. */
  public static long call(long callable) {
    return Raised.check(PyObjects.PyObject_VectorcallDict(callable, 0, 0, 0));
  }

  /**
   * Calls with positional arguments.
   *
   * @throws Raised if the callable raises
   */
  public static long call(long callable, Attachment attachment, long... arguments) {
    return call(callable, attachment, arguments, 0);
  }

  /**
   * Calls with positional and keyword arguments.
   *
   * @param keywords a dict, borrowed, or 0
   */
  public static long call(long callable, Attachment attachment, long[] arguments, long keywords) {
    long memory = attachment.takeArguments(arguments.length);
    if (memory == 0) {
      return callWithManyArguments(callable, arguments, keywords);
    }
    try {
      return call(callable, memory, arguments, keywords);
    } finally {
      attachment.dropArguments(arguments.length);
    }
  }

  private static long callWithManyArguments(long callable, long[] arguments, long keywords) {
    try (Arena arena = Arena.ofConfined()) {
      long memory = arena.allocate((long) arguments.length * Long.BYTES, Long.BYTES).address();
      return call(callable, memory, arguments, keywords);
    }
  }

  private static long call(long callable, long memory, long[] arguments, long keywords) {
    for (int i = 0; i < arguments.length; i++) {
      NativeMemory.putLong(memory + (long) i * Long.BYTES, arguments[i]);
    }
    return Raised.check(
        PyObjects.PyObject_VectorcallDict(callable, memory, arguments.length, keywords));
  }
}
