package dev.coachwhip.python.ffi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Java methods as C function pointers, never freed. An exception that leaves such a method ends the
 * JVM, so each of them catches everything.
 */
@SuppressWarnings("restricted") // this package is where native code is called
public final class Upcalls {

  private Upcalls() {}

  /**
   * Returns a C function pointer for {@code static long name(long self, long arguments, long count,
   * long names)}: CPython's {@code METH_FASTCALL | METH_KEYWORDS}.
   */
  public static long fastCall(MethodHandles.Lookup lookup, String method) {
    return stub(
        lookup,
        method,
        MethodType.methodType(long.class, long.class, long.class, long.class, long.class),
        FOUR_LONGS);
  }

  /**
   * Returns a C function pointer for {@code static long name(long object, long frame, long what,
   * long argument)}: CPython's {@code Py_tracefunc}. Of {@code what}, a C int, only the lower half
   * is set; the result is a C int too.
   */
  public static long trace(MethodHandles.Lookup lookup, String method) {
    return fastCall(lookup, method); // the same types
  }

  /**
   * Returns a C function pointer for {@code static void name(long capsule)}: a capsule's
   * destructor.
   */
  public static long destructor(MethodHandles.Lookup lookup, String method) {
    return stub(
        lookup,
        method,
        MethodType.methodType(void.class, long.class),
        FunctionDescriptor.ofVoid(JAVA_LONG));
  }

  /**
   * Returns a C function pointer for a handle of four longs to a long. C functions with fewer
   * arguments fit too: the rest is whatever their registers hold.
   */
  public static long function(MethodHandle target) {
    return Linker.nativeLinker().upcallStub(target, FOUR_LONGS, Arena.global()).address();
  }

  private static final FunctionDescriptor FOUR_LONGS =
      FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private static long stub(
      MethodHandles.Lookup lookup, String method, MethodType type, FunctionDescriptor descriptor) {
    try {
      MethodHandle target = lookup.findStatic(lookup.lookupClass(), method, type);
      return Linker.nativeLinker().upcallStub(target, descriptor, Arena.global()).address();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no method " + method + type, e);
    }
  }
}
