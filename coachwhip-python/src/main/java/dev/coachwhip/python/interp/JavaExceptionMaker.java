package dev.coachwhip.python.interp;

import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.python.ffi.PyRefs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes Python exceptions of Java ones, with their causes. Attached. */
final class JavaExceptionMaker {

  private static final int LONGEST_CHAIN = 50;
  private static final String NESTED = ScriptRuntimeException.class.getSimpleName() + ": ";
  private static final long MAKE = Interpreter.running().helper("_make_java_exception");

  private final Attachment attachment;

  JavaExceptionMaker(Attachment attachment) {
    this.attachment = attachment;
  }

  /** Returns a new reference. */
  long make(Throwable thrown) {
    Deque<Throwable> chain = chain(thrown);
    long exception = 0;
    while (!chain.isEmpty()) {
      Throwable next = chain.pop();
      long cause = exception;
      try {
        exception = chain.isEmpty() ? make(next, cause) : knownOrMade(next, cause);
      } finally {
        PyRefs.Py_DecRef(cause);
      }
    }
    return exception;
  }

  /** Returns the exception and its causes, the last cause first. */
  private static Deque<Throwable> chain(Throwable thrown) {
    Deque<Throwable> chain = new ArrayDeque<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = thrown; t != null && seen.size() < LONGEST_CHAIN; t = causeOf(t)) {
      if (!seen.add(t)) {
        break;
      }
      chain.push(t);
    }
    return chain;
  }

  /** A cause may be a script's error on its way: that is the Python exception itself. */
  private long knownOrMade(Throwable thrown, long cause) {
    long known = attachment.exceptionOnItsWay(thrown);
    PyRefs.Py_IncRef(known);
    return known != 0 ? known : make(thrown, cause);
  }

  private long make(Throwable thrown, long cause) {
    long type = JavaExceptionClasses.of(thrown.getClass());
    long kept = HandleTable.capsule(thrown);
    String message = messageOf(thrown);
    long text = message == null ? 0 : Text.toPython(printable(message), attachment);
    try {
      return Calls.call(
          MAKE, attachment, type, kept, text == 0 ? Py.NONE : text, cause == 0 ? Py.NONE : cause);
    } finally {
      PyRefs.Py_DecRef(text);
      PyRefs.Py_DecRef(kept);
    }
  }

  private static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (RuntimeException e) {
      return null; // as for the message
    }
  }

  private static @Nullable String messageOf(Throwable thrown) {
    String message;
    try {
      message = thrown.getMessage();
    } catch (RuntimeException e) {
      return null; // a class of the host's own; the object itself still comes out
    }
    // A host function lets an error of a script through that is itself one let through: said once
    // is enough, however deeply they nest.
    return thrown instanceof ScriptRuntimeException && message != null && message.startsWith(NESTED)
        ? message.substring(NESTED.length())
        : message;
  }

  /** Lone surrogates have no counterpart in Python, and a message is only read by people. */
  static String printable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
