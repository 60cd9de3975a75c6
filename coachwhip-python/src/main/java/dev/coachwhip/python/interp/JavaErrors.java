package dev.coachwhip.python.interp;

import dev.coachwhip.HostArgumentException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyGenericAttributes;
import dev.coachwhip.python.ffi.PyRefs;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Java exceptions in Python: classes under {@code coachwhip.JavaException}, whose instances keep
 * the very object, so that it comes out again as the cause of what the host sees. Attached.
 */
public final class JavaErrors {

  private static final long CLASS = Interpreter.running().helper("JavaException");
  private static final long CANCELLED = Interpreter.running().helper("ScriptCancelled");
  private static final long KEPT = Text.forever("_throwable");

  private JavaErrors() {}

  /** Sets a Java exception as the exception of the attached thread. */
  static void raise(Attachment attachment, Throwable thrown) {
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt(); // for those further out
      PyErrors.PyErr_SetObject(CANCELLED, Py.NONE);
      return;
    }
    if (thrown instanceof HostArgumentException) {
      raiseTypeError(attachment, String.valueOf(thrown.getMessage()));
      return;
    }
    long original = attachment.exceptionOnItsWay(thrown);
    if (original != 0 && thrown instanceof ScriptException error) {
      PassedError.raiseAgain(original, error);
      return;
    }
    long exception = exception(attachment, thrown);
    PyErrors.PyErr_SetObject(ObjectLayout.typeOf(exception), exception);
    PyRefs.Py_DecRef(exception);
  }

  /** Makes a Python exception of a Java one; a new reference. */
  public static long exception(Attachment attachment, Throwable thrown) {
    return new JavaExceptionMaker(attachment).make(thrown);
  }

  /** As when a function of Python is called with wrong arguments. */
  private static void raiseTypeError(Attachment attachment, String message) {
    long text = Text.toPython(JavaExceptionMaker.printable(message), attachment);
    PyErrors.PyErr_SetObject(Py.TYPE_ERROR, text);
    PyRefs.Py_DecRef(text);
  }

  /** Returns the Java exception that a Python exception keeps, null if it keeps none. */
  public static @Nullable Throwable thrownIn(long exception) {
    return PyErrors.PyErr_GivenExceptionMatches(exception, CLASS) != 0
            && kept(exception, KEPT) instanceof Throwable thrown
        ? thrown
        : null;
  }

  /** Returns the Java object in an attribute of an exception, null if there is none. */
  static @Nullable Object kept(long exception, long attribute) {
    long kept = PyGenericAttributes.PyObject_GenericGetAttr(exception, attribute);
    if (kept == 0) {
      PyErrors.PyErr_Clear(); // a script made it itself
      return null;
    }
    try {
      return HandleTable.find(kept);
    } finally {
      PyRefs.Py_DecRef(kept);
    }
  }

  /** Returns what Java prints for an exception that a capsule keeps; a new reference to a str. */
  static long stackTrace(long capsule, Attachment attachment) {
    Object kept = HandleTable.find(capsule);
    String text = kept instanceof Throwable t ? attachment.detached(() -> stackTrace(t)) : "";
    return Text.toPython(JavaExceptionMaker.printable(text), attachment);
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** Tells whether a Python exception is the one that a cancel raises. */
  public static boolean isCancelled(long exception) {
    return PyErrors.PyErr_GivenExceptionMatches(exception, CANCELLED) != 0;
  }

  /** Returns the class of that exception, borrowed. */
  public static long cancelledClass() {
    return CANCELLED;
  }
}
