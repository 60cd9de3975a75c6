package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyLongText;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Text;
import java.lang.foreign.Arena;
import java.math.BigInteger;

/** {@code int}: Long, or BigInteger outside its range. Attached. */
final class Ints {

  private Ints() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(read(object, conversion.attachment()), typeName);
  }

  static Object read(long object, Attachment attachment) {
    long overflow = attachment.scratch();
    long value = PyLongs.PyLong_AsLongLongAndOverflow(object, overflow);
    if (value != -1 || NativeMemory.getInt(overflow) == 0) {
      return value;
    }
    return readBig(object, attachment);
  }

  /**
   * Through hexadecimal text: it takes linear time, and Python's limit on digits does not hold for
   * it.
   */
  private static BigInteger readBig(long object, Attachment attachment) {
    long hex = check(PyLongText.PyNumber_ToBase(object, 16));
    try {
      String digits = Text.toJava(hex, attachment);
      return digits.startsWith("-")
          ? new BigInteger(digits.substring(3), 16).negate()
          : new BigInteger(digits.substring(2), 16);
    } finally {
      PyRefs.Py_DecRef(hex);
    }
  }

  static long toPython(long n) {
    return check(PyLongs.PyLong_FromLongLong(n));
  }

  static long toPython(BigInteger n, ToPython conversion) {
    if (n.bitLength() < Long.SIZE) {
      return toPython(n.longValue());
    }
    try (Arena arena = Arena.ofConfined()) {
      return check(
          PyLongText.PyLong_FromString(arena.allocateFrom(n.toString(16)).address(), 0, 16));
    }
  }
}
