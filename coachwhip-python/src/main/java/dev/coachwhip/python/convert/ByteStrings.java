package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyBytes;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.ModuleObject;

/** {@code bytes}, {@code bytearray}: {@code byte[]}, a copy. Attached. */
final class ByteStrings {

  private static final ModuleObject BYTEARRAY = new ModuleObject("builtins", "bytearray");

  private ByteStrings() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(read(object, conversion.attachment()), typeName);
  }

  static ScriptValue ofBuffer(long object, String typeName, ToJava conversion) {
    long copy = check(PyBytes.PyBytes_FromObject(object));
    try {
      return ToJava.of(read(copy, conversion.attachment()), typeName);
    } finally {
      PyRefs.Py_DecRef(copy);
    }
  }

  private static byte[] read(long object, Attachment attachment) {
    long results = attachment.scratch();
    check(PyBytes.PyBytes_AsStringAndSize(object, results, results + 8));
    return NativeMemory.getBytes(
        NativeMemory.getLong(results), Math.toIntExact(NativeMemory.getLong(results + 8)));
  }

  static long toByteArray(byte[] bytes, ToPython conversion) {
    return conversion.call(BYTEARRAY, bytes);
  }

  static long toPython(byte[] bytes, ToPython conversion) {
    long object = check(PyBytes.PyBytes_FromStringAndSize(0, bytes.length));
    long results = conversion.attachment().scratch();
    check(PyBytes.PyBytes_AsStringAndSize(object, results, results + 8));
    NativeMemory.putBytes(
        NativeMemory.getLong(results), bytes); // ours alone so far, so it may still be written
    return object;
  }
}
