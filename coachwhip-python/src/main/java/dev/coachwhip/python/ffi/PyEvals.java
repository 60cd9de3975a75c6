package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Running code: {@code ceval.h}, {@code import.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyEvals {

  private PyEvals() {}

  private static final MethodHandle PyEval_EvalCode =
      CPython.function("PyEval_EvalCode", Shape.LONGS_3);

  private static final MethodHandle PyImport_AddModule =
      CPython.function("PyImport_AddModule", Shape.LONGS_1);

  private static final MethodHandle PyModule_GetDict =
      CPython.function("PyModule_GetDict", Shape.LONGS_1);

  private static final MethodHandle Py_CompileString =
      CPython.function("Py_CompileString", Shape.LONGS_3);

  /** New reference, 0 on error. */
  public static long PyEval_EvalCode(long code, long globals, long locals) {
    try {
      return (long) PyEval_EvalCode.invokeExact(code, globals, locals);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed module, 0 on error. */
  public static long PyImport_AddModule(long utf8) {
    try {
      return (long) PyImport_AddModule.invokeExact(utf8);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed; never fails for a module. */
  public static long PyModule_GetDict(long module) {
    try {
      return (long) PyModule_GetDict.invokeExact(module);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New code object, 0 on error. */
  public static long Py_CompileString(long utf8, long nameUtf8, long start) {
    try {
      return (long) Py_CompileString.invokeExact(utf8, nameUtf8, start);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}
