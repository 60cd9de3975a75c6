package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/**
 * Start of the interpreter: {@code pylifecycle.h}. Not attached until {@link #Py_InitializeEx}
 * returns.
 */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyLifecycle {

  private PyLifecycle() {}

  private static final MethodHandle Py_SetProgramName =
      CPython.function("Py_SetProgramName", Shape.LONGS_1);

  private static final MethodHandle Py_SetPythonHome =
      CPython.function("Py_SetPythonHome", Shape.LONGS_1);

  private static final MethodHandle Py_InitializeEx =
      CPython.function("Py_InitializeEx", Shape.LONGS_1);

  private static final MethodHandle Py_IsInitialized =
      CPython.function("Py_IsInitialized", Shape.LONGS_0);

  /** Before initialisation; the wide string must stay allocated. */
  public static void Py_SetProgramName(long wideName) {
    try {
      long _ = (long) Py_SetProgramName.invokeExact(wideName);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Before initialisation; the wide string must stay allocated. */
  public static void Py_SetPythonHome(long wideHome) {
    try {
      long _ = (long) Py_SetPythonHome.invokeExact(wideHome);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Attaches the calling thread. Ends the process if the standard library is not found. */
  public static void Py_InitializeEx(long installSignalHandlers) {
    try {
      long _ = (long) Py_InitializeEx.invokeExact(installSignalHandlers);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Not 0 once the interpreter runs; need not be attached. */
  public static int Py_IsInitialized() {
    try {
      return (int) (long) Py_IsInitialized.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}
