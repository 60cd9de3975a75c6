package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyMethodDefs;
import dev.coachwhip.python.ffi.Upcalls;
import dev.coachwhip.python.interp.ForkSlots;
import dev.coachwhip.python.interp.Py;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Stands in front of a C function of Python that raises no audit event. The C function is replaced
 * in the definition that all its function objects are made of, so a script cannot come by one
 * without the gate.
 */
class Gate {

  private static final MethodType FOUR_LONGS =
      MethodType.methodType(long.class, long.class, long.class, long.class, long.class);

  private final MethodHandle original;
  private final Check check;

  /**
   * Makes it.
   *
   * @param definition address of the function's definition
   * @param check what is asked before each call
   */
  Gate(long definition, Check check) {
    this.original = PyMethodDefs.function(definition);
    this.check = check;
  }

  /** Puts it in front of its function, for ever. Attached. */
  final void close(long definition) {
    try {
      MethodHandle call =
          MethodHandles.lookup().findVirtual(Gate.class, "call", FOUR_LONGS).bindTo(this);
      ForkSlots.add(PyMethodDefs.functionSlot(definition), PyMethodDefs.pointer(definition));
      PyMethodDefs.redirect(definition, Upcalls.function(call));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no method to call", e);
    }
  }

  /** Called by Python; attached. The arguments are as the original takes them. */
  @SuppressWarnings("unused") // through Upcalls
  private long call(long self, long arguments, long count, long names) {
    try {
      if (!enter(arguments, count, names)) {
        return 0;
      }
      long result = (long) original.invokeExact(self, arguments, count, names);
      leave();
      return result;
    } catch (Throwable t) {
      PyErrors.PyErr_SetObject(Py.RUNTIME_ERROR, Py.NONE); // the end of the stack: refuse
      return 0;
    }
  }

  /** Returns whether the original may be called; false with an exception set. */
  boolean enter(long arguments, long count, long names) {
    return AuditHook.require(check, AuditEvent.ofCall(arguments, names == 0 ? count : 0));
  }

  /** Called after the original. */
  void leave() {}
}
