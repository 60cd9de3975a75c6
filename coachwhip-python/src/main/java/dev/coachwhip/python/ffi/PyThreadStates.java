package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Attaching threads: {@code pystate.h}, {@code ceval.h}. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyThreadStates {

  private PyThreadStates() {}

  private static final MethodHandle PyEval_SaveThread =
      CPython.function("PyEval_SaveThread", Shape.LONGS_0);

  private static final MethodHandle PyEval_RestoreThread =
      CPython.function("PyEval_RestoreThread", Shape.LONGS_1);

  private static final MethodHandle PyInterpreterState_Main =
      CPython.function("PyInterpreterState_Main", Shape.LONGS_0);

  private static final MethodHandle PyThreadState_New =
      CPython.function("PyThreadState_New", Shape.LONGS_1);

  private static final MethodHandle PyThreadState_Clear =
      CPython.function("PyThreadState_Clear", Shape.LONGS_1);

  private static final MethodHandle PyThreadState_Delete =
      CPython.function("PyThreadState_Delete", Shape.LONGS_1);

  private static final MethodHandle PyThreadState_DeleteCurrent =
      CPython.function("PyThreadState_DeleteCurrent", Shape.LONGS_0);

  private static final MethodHandle PyThreadState_SetAsyncExc =
      CPython.function("PyThreadState_SetAsyncExc", Shape.LONGS_2);

  private static final MethodHandle PyThreadState_GetID =
      CPython.leaf("PyThreadState_GetID", Shape.LONGS_1);

  /** The state's number; a later state has a higher one. */
  public static long PyThreadState_GetID(long state) {
    try {
      return (long) PyThreadState_GetID.invokeExact(state);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Detaches; returns the state that was attached. */
  public static long PyEval_SaveThread() {
    try {
      return (long) PyEval_SaveThread.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Attaches; blocks until Python lets this thread run. */
  public static void PyEval_RestoreThread(long state) {
    try {
      long _ = (long) PyEval_RestoreThread.invokeExact(state);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed; never fails once initialised. */
  public static long PyInterpreterState_Main() {
    try {
      return (long) PyInterpreterState_Main.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New state bound to the calling thread; 0 if out of memory. */
  public static long PyThreadState_New(long interpreter) {
    try {
      return (long) PyThreadState_New.invokeExact(interpreter);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Attached with any state. May run Python code. */
  public static void PyThreadState_Clear(long state) {
    try {
      long _ = (long) PyThreadState_Clear.invokeExact(state);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Attached, with another state than this one. */
  public static void PyThreadState_Delete(long state) {
    try {
      long _ = (long) PyThreadState_Delete.invokeExact(state);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Deletes the attached state and detaches. */
  public static void PyThreadState_DeleteCurrent() {
    try {
      long _ = (long) PyThreadState_DeleteCurrent.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /**
   * Attached. Raises in the thread of that ident, 0 takes a pending one back; returns the number of
   * threads.
   */
  public static int PyThreadState_SetAsyncExc(long ident, long exception) {
    try {
      return (int) (long) PyThreadState_SetAsyncExc.invokeExact(ident, exception);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}
