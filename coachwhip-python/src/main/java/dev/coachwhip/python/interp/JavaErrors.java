package dev.coachwhip.python.interp;

import dev.coachwhip.HostArgumentException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyRefs;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Java exceptions in Python: {@code coachwhip.JavaException}, which keeps the very object, so that
 * it comes out again as the cause of what the host sees. Attached.
 */
public final class JavaErrors {

  private static final String NAME = "JavaException";
  private static final String PREFIX = NAME + ": ";

  private static final long MAKE = Interpreter.running().helper("_make_java_exception");
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
    long exception = exception(attachment, thrown);
    PyErrors.PyErr_SetObject(ObjectLayout.typeOf(exception), exception);
    PyRefs.Py_DecRef(exception);
  }

  /** Makes a Python exception of a Java one; a new reference. */
  public static long exception(Attachment attachment, Throwable thrown) {
    long kept = HandleTable.capsule(thrown);
    long name = Text.toPython(thrown.getClass().getName(), attachment);
    long text = Text.toPython(printable(textOf(thrown)), attachment);
    try {
      return Calls.call(MAKE, attachment, kept, name, text);
    } finally {
      PyRefs.Py_DecRef(text);
      PyRefs.Py_DecRef(name);
      PyRefs.Py_DecRef(kept);
    }
  }

  /** As when a function of Python is called with wrong arguments. */
  private static void raiseTypeError(Attachment attachment, String message) {
    long text = Text.toPython(printable(message), attachment);
    PyErrors.PyErr_SetObject(Py.TYPE_ERROR, text);
    PyRefs.Py_DecRef(text);
  }

  /** Returns what {@code str()} of the exception is to be. */
  private static String textOf(Throwable thrown) {
    String message = messageOf(thrown);
    // A host function lets an error of a script through that is itself a Java exception's: said
    // once is enough, however deeply they nest.
    if (thrown instanceof ScriptRuntimeException error
        && error.typeName().equals(NAME)
        && message != null) {
      return message.startsWith(PREFIX) ? message.substring(PREFIX.length()) : message;
    }
    String type = thrown.getClass().getName();
    return message == null || message.isEmpty() ? type : type + ": " + message;
  }

  private static @Nullable String messageOf(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (RuntimeException e) {
      return null; // a class of the host's own whose message fails; the object itself still comes
      // out
    }
  }

  /** Lone surrogates have no counterpart in Python, and a message is only read by people. */
  private static String printable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Returns the Java exception that a Python exception keeps, null if it keeps none. */
  public static @Nullable Throwable thrownIn(long exception) {
    if (PyErrors.PyErr_GivenExceptionMatches(exception, CLASS) == 0) {
      return null;
    }
    long kept = dev.coachwhip.python.ffi.PyObjects.PyObject_GetAttr(exception, KEPT);
    if (kept == 0) {
      PyErrors.PyErr_Clear(); // a script made it itself
      return null;
    }
    try {
      return HandleTable.get(kept) instanceof Throwable thrown ? thrown : null;
    } finally {
      PyRefs.Py_DecRef(kept);
    }
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
