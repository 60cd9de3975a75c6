package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import org.jspecify.annotations.Nullable;

/** The exception {@code coachwhip.PolicyViolation}. Attached. */
public final class Violations {

  private static final long CLASS = Interpreter.running().helper("PolicyViolation");
  private static final long REFUSED = Text.forever("refused");

  /** Of its own class: needs the file that only guarded engines load. */
  private static final class Maker {
    static final long MAKE = Interpreter.running().helper("_policy", "violation");
  }

  private Violations() {}

  /** Loads what {@link #set} needs, since an audit hook must not import. */
  static void prepare() {
    if (Maker.MAKE == 0) {
      throw new IllegalStateException("no exceptions for refusals");
    }
  }

  /** Sets the exception for a refusal on the attached thread. */
  static void set(Refusal refusal) {
    try {
      long exception = make(refusal, Attachment.ofUpcall());
      PyErrors.PyErr_SetObject(ObjectLayout.typeOf(exception), exception);
      PyRefs.Py_DecRef(exception);
    } catch (Raised e) { // a cancel that came meanwhile, or the stack's end
      PyErrors.PyErr_SetObject(ObjectLayout.typeOf(e.exception()), e.exception());
      PyRefs.Py_DecRef(e.exception());
    }
  }

  private static long make(Refusal refusal, Attachment attachment) {
    long refused = Text.toPython(refusal.refused(), attachment);
    try {
      return Calls.call(Maker.MAKE, attachment, refusal.isOfImport() ? Py.TRUE : Py.FALSE, refused);
    } finally {
      PyRefs.Py_DecRef(refused);
    }
  }

  /**
   * Returns what an exception says was refused, null if it is of another kind.
   *
   * @param exception borrowed
   */
  public static @Nullable String refused(long exception) {
    if (PyErrors.PyErr_GivenExceptionMatches(exception, CLASS) == 0) {
      return null;
    }
    long text = PyObjects.PyObject_GetAttr(exception, REFUSED);
    if (text == 0) {
      PyErrors.PyErr_Clear();
      return null;
    }
    try {
      return ObjectLayout.typeOf(text) == Py.STR
          ? Text.toJava(text, Attachment.ofUpcall())
          : null; // a script made it itself
    } finally {
      PyRefs.Py_DecRef(text);
    }
  }
}
