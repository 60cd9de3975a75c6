package dev.coachwhip.python.convert;

import static java.util.Map.entry;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyWeakrefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which converter makes a Java value of the objects of a Python class: that of the first class in
 * its method resolution order that has one. Attached.
 */
final class ToJavaTable {

  // Classes are named and not imported: a program that never uses Decimal does not pay for it.

  private static final Map<String, ToJavaConverter> BY_CLASS_NAME =
      Map.ofEntries(
          entry("builtins.int", Ints::toJava),
          entry("builtins.float", Floats::toJava),
          entry("builtins.str", Strings::toJava),
          entry("builtins.bytes", ByteStrings::toJava),
          entry("builtins.bytearray", ByteStrings::ofBuffer),
          entry("builtins.memoryview", ByteStrings::ofBuffer),
          entry("builtins.list", Lists::toJava),
          entry("builtins.tuple", Lists::ofTuple),
          entry("builtins.dict", Dicts::toJava),
          entry("builtins.set", Sets::toJava),
          entry("builtins.frozenset", Sets::toJava),
          entry(
              "coachwhip.JavaObject",
              (object, name, conversion) ->
                  conversion.engine().objects().toJava(object, name, conversion)),
          entry("numpy.generic", NumPyScalars::toJava));

  /**
   * What is known of a class.
   *
   * @param name its {@code __name__}
   * @param converter null if its objects stay references
   */
  record Entry(String name, @Nullable ToJavaConverter converter) {}

  private static final Map<Long, Entry> BY_CLASS = new ConcurrentHashMap<>();

  /**
   * The class of each weak reference, which we own: it tells when the class dies and its address
   * may come to mean another.
   */
  private static final Map<Long, Long> WATCHED = new ConcurrentHashMap<>();

  private static final class Python {
    static final long LINEAGE = Interpreter.running().helper("_values", "lineage");
    static final long FORGET =
        NativeFunctions.create("forget", (_, arguments, _, _) -> forget(arguments));
  }

  private ToJavaTable() {}

  /** Returns what is known of a class. */
  static Entry of(long type, Attachment attachment) {
    Entry known = BY_CLASS.get(type);
    return known != null ? known : learn(type, attachment);
  }

  private static Entry learn(long type, Attachment attachment) {
    Entry entry = new Entry(TypeNames.of(type, attachment), converter(type, attachment));
    WATCHED.put(Raised.check(PyWeakrefs.PyWeakref_NewRef(type, Python.FORGET)), type);
    BY_CLASS.put(type, entry);
    return entry;
  }

  private static @Nullable ToJavaConverter converter(long type, Attachment attachment) {
    long names = Calls.call(Python.LINEAGE, attachment, type);
    try {
      for (long i = 0; i < PyLists.PyList_Size(names); i++) {
        ToJavaConverter converter =
            BY_CLASS_NAME.get(Text.toJava(PyLists.PyList_GetItem(names, i), attachment));
        if (converter != null) {
          return converter;
        }
      }
      return null;
    } finally {
      PyRefs.Py_DecRef(names);
    }
  }

  /** Called by Python when a class dies, with the weak reference. */
  private static long forget(long arguments) {
    long weakReference = NativeMemory.getLong(arguments);
    Long type = WATCHED.remove(weakReference);
    if (type != null) {
      BY_CLASS.remove(type);
      PyRefs.Py_DecRef(weakReference);
    }
    return ToPython.borrowed(Py.NONE);
  }
}
