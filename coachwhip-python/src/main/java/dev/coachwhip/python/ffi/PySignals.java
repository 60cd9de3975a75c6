package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/**
 * Signals of the system and what Python does about them: {@code ceval.h}, {@code pylifecycle.h}.
 */
// Names as in C, so that a search finds CPython's page. Not on Windows.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PySignals {

  private PySignals() {}

  private static final MethodHandle Py_MakePendingCalls =
      CPython.function("Py_MakePendingCalls", Shape.LONGS_0);

  private static final MethodHandle PyOS_getsig = CPython.function("PyOS_getsig", Shape.LONGS_1);

  /** The C library's, which libpython needs, so that it is found through it. */
  private static final MethodHandle pthread_kill = CPython.function("pthread_kill", Shape.LONGS_2);

  /**
   * Attached. Runs the handlers of signals that have come, on the thread that counts as Python's
   * main one; elsewhere none. Returns -1 with an exception set if one raises.
   */
  public static int Py_MakePendingCalls() {
    try {
      return (int) (long) Py_MakePendingCalls.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** The address of the process's handler of a signal; 0 for the default, 1 if it is ignored. */
  public static long PyOS_getsig(int signal) {
    try {
      return (long) PyOS_getsig.invokeExact((long) signal);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /**
   * Sends a signal to a thread of this process that has not ended; need not be attached.
   *
   * @param thread a {@code pthread_t}, which is what Python identifies threads by
   */
  public static int pthread_kill(long thread, int signal) {
    try {
      return (int) (long) pthread_kill.invokeExact(thread, (long) signal);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}
