package dev.coachwhip.python.interp;

import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyGenericAttributes;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import org.jspecify.annotations.Nullable;

/**
 * What a Python exception keeps that went out of a script into a host function and through it into
 * the script that called that: it is raised there again, the same Python object, and goes on
 * collecting frames.
 *
 * @param error what the host function saw
 * @param inner address of the exception's traceback as it was then, never used but to compare
 */
public record PassedError(ScriptException error, long inner) {

  private static final long KEPT = Text.forever("_coachwhip_passed");
  private static final long TRACEBACK = Text.forever("__traceback__");

  /** Spares other programs the look at each exception. */
  private static volatile boolean any;

  /** Sets the exception as that of the attached thread. */
  static void raiseAgain(long exception, ScriptException error) {
    long traceback = PyObjects.PyObject_GetAttr(exception, TRACEBACK);
    PyRefs.Py_DecRef(traceback); // the exception holds it
    long kept = HandleTable.capsule(new PassedError(error, traceback));
    any = true;
    if (PyGenericAttributes.PyObject_GenericSetAttr(exception, KEPT, kept) != 0) {
      PyErrors.PyErr_Clear(); // it is raised all the same
    }
    PyRefs.Py_DecRef(kept);
    PyErrors.PyErr_SetObject(ObjectLayout.typeOf(exception), exception);
  }

  /** Returns what an exception keeps of its latest way through a host function. Attached. */
  public static @Nullable PassedError of(long exception) {
    return any && JavaErrors.kept(exception, KEPT) instanceof PassedError passed ? passed : null;
  }
}
