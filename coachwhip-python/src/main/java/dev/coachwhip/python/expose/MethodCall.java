package dev.coachwhip.python.expose;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.convert.CallArguments;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.ToPython;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method of a Python object of ours. Attached.
 *
 * @param name of the method
 * @param self the Python object, borrowed
 * @param handle what it keeps
 * @param arguments address of the arguments after {@code self}, borrowed
 * @param count number of positional arguments after {@code self}
 * @param names tuple of the keyword arguments' names, 0 if there are none
 */
record MethodCall<H extends Handle>(
    Attachment attachment,
    String name,
    long self,
    H handle,
    long arguments,
    int count,
    long names) {

  /** Returns an argument, borrowed. */
  long object(int index) {
    return NativeMemory.getLong(arguments + (long) index * Long.BYTES);
  }

  /** Converts an argument. */
  ScriptValue value(int index) {
    return ToJava.convert(handle.engine(), attachment, object(index));
  }

  /** Converts all arguments. */
  Arguments values() {
    return CallArguments.read(handle.engine(), attachment, name, arguments, count, names);
  }

  /**
   * Checks how many arguments there are.
   *
   * @throws Raised a TypeError if they are more or fewer, or passed by name
   */
  void requireArguments(int expected) {
    if (count != expected || names != 0) {
      throw error(
          Py.TYPE_ERROR,
          "%s() takes %d positional argument%s (%d given)"
              .formatted(name, expected, expected == 1 ? "" : "s", count));
    }
  }

  /** Runs the user's code, detached. */
  <T extends @Nullable Object> T host(Callable<T> code) throws Exception {
    return handle.engine().hostCall(attachment, code);
  }

  /** Converts a result; a new reference. */
  long result(@Nullable Object value) {
    return ToPython.convert(handle.engine(), attachment, value);
  }

  /** Returns a new reference to a borrowed object. */
  static long borrowed(long object) {
    PyRefs.Py_IncRef(object);
    return object;
  }

  /** Returns True or False, a new reference. */
  static long bool(boolean value) {
    return borrowed(value ? Py.TRUE : Py.FALSE);
  }

  /** Returns None, a new reference. */
  static long none() {
    return borrowed(Py.NONE);
  }

  /** Makes a Python exception. */
  Raised error(long exceptionClass, String message) {
    return Raised.of(exceptionClass, message, attachment);
  }
}
