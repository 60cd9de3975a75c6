package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Audit hooks: {@code sysmodule.h}. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyAudits {

  private PyAudits() {}

  private static final MethodHandle PySys_AddAuditHook =
      CPython.function("PySys_AddAuditHook", Shape.LONGS_2);

  /**
   * Adds a hook for ever, {@code int hook(const char *event, PyObject *args, void *data)}; 0, or -1
   * with an exception set if an earlier hook refuses. Attached.
   */
  public static int PySys_AddAuditHook(long hook, long data) {
    try {
      return (int) (long) PySys_AddAuditHook.invokeExact(hook, data);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}
