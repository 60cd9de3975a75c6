package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.CPython;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyFetched;
import dev.coachwhip.python.ffi.PyRaised;
import dev.coachwhip.python.ffi.PyRefs;

/**
 * A Python exception on its way through our own code. It never reaches a user: whoever catches it
 * translates the exception or gives it back to Python, while attached, and then owns the reference.
 */
public final class Raised extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final boolean HAS_RAISED = CPython.symbol("PyErr_GetRaisedException").isPresent();

  private final long exception;

  private Raised(long exception) {
    super(null, null, false, false); // no stack trace: it is replaced at once
    this.exception = exception;
  }

  /** Returns it for an exception that is not set; takes over the reference. */
  public static Raised of(long exception) {
    return new Raised(exception);
  }

  /** Takes the exception that is set on the attached thread. */
  public static Raised take() {
    long exception = HAS_RAISED ? PyRaised.PyErr_GetRaisedException() : fetch();
    if (exception == 0) {
      throw new IllegalStateException("Python reported an error but set no exception");
    }
    return new Raised(exception);
  }

  /** Makes an exception of Python's with a message. */
  public static Raised of(long exceptionClass, String message, Attachment attachment) {
    long text = Text.toPython(message, attachment);
    PyErrors.PyErr_SetObject(exceptionClass, text);
    PyRefs.Py_DecRef(text);
    return take();
  }

  private static long fetch() {
    // Not the attachment's scratch memory: whoever asks may be using it.
    long three = Fetching.MEMORY.get();
    PyFetched.PyErr_Fetch(three, three + 8, three + 16);
    PyFetched.PyErr_NormalizeException(three, three + 8, three + 16);
    long type = NativeMemory.getLong(three);
    long value = NativeMemory.getLong(three + 8);
    long traceback = NativeMemory.getLong(three + 16);
    if (traceback != 0 && value != 0) {
      int _ = PyFetched.PyException_SetTraceback(value, traceback);
    }
    PyRefs.Py_DecRef(type);
    PyRefs.Py_DecRef(traceback);
    return value;
  }

  private static final class Fetching {
    static final ThreadLocal<Long> MEMORY =
        ThreadLocal.withInitial(() -> NativeMemory.allocateForever(24));
  }

  /** Returns the exception, owned by whoever caught this. */
  public long exception() {
    return exception;
  }

  /** Returns the object unless it is null, which means that an exception is set. */
  public static long check(long object) {
    if (object == 0) {
      throw take();
    }
    return object;
  }

  /** Returns the result unless it is negative, which means that an exception is set. */
  public static int check(int result) {
    if (result < 0) {
      throw take();
    }
    return result;
  }

  /** Throws if an exception is set. */
  public static void checkNone() {
    if (PyErrors.PyErr_Occurred() != 0) {
      throw take();
    }
  }
}
