package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyAudits;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.Upcalls;
import dev.coachwhip.python.interp.ForkSlots;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** The audit hook: Python's C code calls it before whatever a program may want to refuse. */
final class AuditHook {

  // It is called on any attached thread, in the midst of any C function, thousands of times while
  // packages are imported. Whatever is of no interest must cost as little as can be.

  /** Nonzero in a forked child that could not do without the hook. */
  private static final long FORKED = NativeMemory.allocateForever(Long.BYTES);

  private static final long FUNCTION = Upcalls.fastCall(MethodHandles.lookup(), "audit");

  private static final EventNames EVENTS = Events.all();

  private static boolean preparedFork;

  private AuditHook() {}

  /** Adds it, for ever. Attached. */
  static void install() {
    Raised.check(PyAudits.PySys_AddAuditHook(FUNCTION, 0));
  }

  /** Has forked children do without the hook, or with one that refuses nothing. Attached. */
  static void prepareFork() {
    if (!preparedFork) {
      preparedFork = true;
      AuditHookEntry.find(FUNCTION)
          .ifPresentOrElse(
              entry -> ForkSlots.add(entry.link(), entry.next()), () -> ForkSlots.add(FORKED, 1));
    }
  }

  private static boolean isForked() {
    return NativeMemory.getByte(FORKED) != 0;
  }

  /**
   * Called by Python; attached.
   *
   * @param event its name, ASCII
   * @param arguments a tuple, borrowed
   * @return 0, or -1 with an exception set, which ends what is about to happen
   */
  @SuppressWarnings("unused") // through Upcalls
  private static long audit(long event, long arguments, long data, long nothing) {
    try {
      Check check = EVENTS.find(event);
      if (check == null) {
        return 0;
      }
      AuditEvent details = AuditEvent.of(arguments);
      return !check.concerns(details) || isForked() || require(check, details) ? 0 : -1;
    } catch (Throwable t) {
      PyErrors.PyErr_SetObject(Py.RUNTIME_ERROR, Py.NONE); // the end of the stack: refuse
      return -1;
    }
  }

  private static void requireOfOthers(Check check, AuditEvent event) {
    List<Guard> guards = Guards.ofCurrentCode();
    for (int i = 0; i < guards.size(); i++) {
      check.require(guards.get(i), event);
    }
  }

  /** Asks all guards; returns false with an exception set if one refuses. */
  static boolean require(Check check, AuditEvent event) {
    try {
      Guard guard = Guards.ofCurrentEngine();
      if (guard != null) {
        check.require(guard, event);
      } else {
        requireOfOthers(check, event);
      }
      return true;
    } catch (Refusal refusal) {
      Violations.set(refusal);
      return false;
    }
  }
}
