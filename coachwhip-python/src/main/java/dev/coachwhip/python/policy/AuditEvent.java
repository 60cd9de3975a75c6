package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.ffi.PyTypes;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.NumberLayout;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Text;
import dev.coachwhip.python.interp.TupleLayout;
import org.jspecify.annotations.Nullable;

/**
 * What Python tells about an event, or a call of a C function that raises none. Attached; runs no
 * Python code.
 *
 * @param tuple the arguments, borrowed; 0 for a call
 * @param vector address of the arguments, 0 where only Python can tell
 * @param count how many there are
 */
record AuditEvent(long tuple, long vector, long count) {

  static AuditEvent of(long tuple) {
    return new AuditEvent(tuple, TupleLayout.slots(tuple), TupleLayout.size(tuple));
  }

  static AuditEvent ofCall(long arguments, long count) {
    return new AuditEvent(0, arguments, count);
  }

  /** Returns an argument, borrowed, 0 if there are fewer. */
  long item(int index) {
    if (index >= count) {
      return 0;
    }
    return vector != 0
        ? NativeMemory.getLong(vector + (long) index * Long.BYTES)
        : PyTuples.PyTuple_GetItem(tuple, index);
  }

  /** Returns an argument that is text, null if it is not, or no text that Java can hold. */
  @Nullable String text(int index) {
    return textOf(item(index));
  }

  /** Returns a str as text, null if it is none, or none that Java can hold. */
  static @Nullable String textOf(long object) {
    if (object == 0 || !isStr(object)) {
      return null;
    }
    try {
      return Text.toJava(object, Attachment.ofUpcall());
    } catch (LoneSurrogateException e) {
      return null;
    }
  }

  private static boolean isStr(long object) {
    long type = ObjectLayout.typeOf(object);
    return type == Py.STR || PyTypes.PyType_IsSubtype(type, Py.STR) != 0;
  }

  /** Tells whether an argument is missing or None. */
  boolean isNone(int index) {
    long item = item(index);
    return item == 0 || item == Py.NONE;
  }

  /** Tells whether an argument is an int. */
  boolean isInt(int index) {
    return item(index) != 0 && ObjectLayout.typeOf(item(index)) == Py.INT;
  }

  /** Returns an argument that is an int, else or if it is too large the number given. */
  long number(int index, long otherwise) {
    long item = item(index);
    return item != 0 && ObjectLayout.typeOf(item) == Py.INT ? numberOf(item, otherwise) : otherwise;
  }

  /** Returns the value of an int, if it is too large the number given. */
  static long numberOf(long object, long otherwise) {
    if (NumberLayout.isProved()) {
      return NumberLayout.isShort(object) ? NumberLayout.intValue(object) : otherwise;
    }
    long overflow = Attachment.ofUpcall().scratch();
    long value = PyLongs.PyLong_AsLongLongAndOverflow(object, overflow);
    if (NativeMemory.getInt(overflow) != 0 || PyErrors.PyErr_Occurred() != 0) {
      PyErrors.PyErr_Clear();
      return otherwise;
    }
    return value;
  }
}
