package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Whether the calling thread is attached: {@code pystate.h}. Any thread. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyGilStates {

  private PyGilStates() {}

  private static final MethodHandle PyGILState_GetThisThreadState =
      CPython.leaf("PyGILState_GetThisThreadState", Shape.LONGS_0);

  /** Public since 3.13; exported under its older name before. */
  private static final MethodHandle PyThreadState_GetUnchecked =
      CPython.leaf(
          CPython.symbol("PyThreadState_GetUnchecked").isPresent()
              ? "PyThreadState_GetUnchecked"
              : "_PyThreadState_UncheckedGet",
          Shape.LONGS_0);

  /** The state that belongs to the calling thread, attached or not; 0 if it has none. Borrowed. */
  public static long PyGILState_GetThisThreadState() {
    try {
      return (long) PyGILState_GetThisThreadState.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /**
   * The state that is attached: until 3.11 that of whichever thread it is, from 3.12 on the calling
   * thread's; 0 if there is none. Borrowed.
   */
  public static long PyThreadState_GetUnchecked() {
    try {
      return (long) PyThreadState_GetUnchecked.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}
