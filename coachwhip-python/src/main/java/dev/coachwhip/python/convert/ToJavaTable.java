package dev.coachwhip.python.convert;

import static java.util.Map.entry;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyWeakrefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.ArrayList;
import java.util.List;
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
          entry("builtins.memoryview", ArrayValues::ofMemoryView),
          entry("builtins.list", Lists::toJava),
          entry("builtins.tuple", Tuples::toJava),
          entry("collections.namedtuple", Tuples::namedToJava),
          entry("builtins.dict", Dicts::toJava),
          entry("builtins.set", Sets::toJava),
          entry("builtins.frozenset", Sets::frozenToJava),
          entry("builtins.complex", Complexes::toJava),
          entry("builtins.range", Ranges::toJava),
          entry("builtins.dict_keys", Views::asSet),
          entry("builtins.dict_values", Views::asList),
          entry("builtins.dict_items", Views::asList),
          entry("builtins.mappingproxy", Views::asDict),
          entry("collections.deque", Views::ofDeque),
          entry("datetime.datetime", DateTimes::toJava),
          entry("datetime.date", Dates::toJava),
          entry("datetime.time", TimesOfDay::toJava),
          entry("datetime.timedelta", Durations::toJava),
          entry("datetime.timezone", Zones::fixedToJava),
          entry("zoneinfo.ZoneInfo", Zones::namedToJava),
          entry("decimal.Decimal", Decimals::toJava),
          entry("fractions.Fraction", Fractions::toJava),
          entry("uuid.UUID", Uuids::toJava),
          entry("pathlib.PurePosixPath", Paths::posixToJava),
          entry("pathlib.PureWindowsPath", Paths::windowsToJava),
          entry("pathlib._local.PurePosixPath", Paths::posixToJava), // CPython 3.13
          entry("pathlib._local.PureWindowsPath", Paths::windowsToJava),
          entry(
              "coachwhip.JavaObject",
              (object, name, conversion) ->
                  conversion.engine().objects().toJava(object, name, conversion)),
          entry("array.array", ArrayValues::ofBuffer),
          entry("numpy.ndarray", ArrayValues::ofNumPy),
          entry("numpy.float64", Floats::toJava), // a subclass of float, as the next of complex
          entry("numpy.complex128", Complexes::toJava),
          entry("numpy.datetime64", NumPyTimes::momentToJava),
          entry("numpy.timedelta64", NumPyTimes::durationToJava),
          entry("numpy.generic", NumPyScalars::toJava),
          // A mask is part of the value, and no array of ours has one.
          entry("numpy.ma.MaskedArray", ToJavaTable::reference),
          entry("numpy.ma.core.MaskedArray", ToJavaTable::reference),
          entry("pandas._libs.tslibs.timestamps.Timestamp", PandasTimes::momentToJava),
          entry("pandas._libs.tslibs.timedeltas.Timedelta", PandasTimes::durationToJava),
          // It extends datetime, but is no time.
          entry("pandas._libs.tslibs.nattype.NaTType", ToJavaTable::reference));

  /**
   * What is known of a class.
   *
   * @param name its {@code __name__}
   * @param lineage the full names of the class and its bases
   * @param converter null if its objects stay references
   */
  record Entry(String name, List<String> lineage, @Nullable ToJavaConverter converter) {}

  private static final Map<Long, Entry> BY_CLASS = new ConcurrentHashMap<>();

  /**
   * The class of each weak reference, which we own: it tells when the class dies and its address
   * may come to mean another.
   */
  private static final Map<Long, Long> WATCHED = new ConcurrentHashMap<>();

  private static final ModuleObject LINEAGE = ModuleObject.ours("_values", "lineage");

  /** The function that {@link #forget} is to Python; 0 until first used. */
  private static volatile long forgetting;

  private ToJavaTable() {}

  private static ScriptValue reference(long object, String typeName, ToJava conversion) {
    return conversion.reference(object, typeName);
  }

  /** Returns what is known of a class. */
  static Entry of(long type, Attachment attachment) {
    Entry known = BY_CLASS.get(type);
    return known != null ? known : learn(type, attachment);
  }

  private static Entry learn(long type, Attachment attachment) {
    List<String> lineage = lineage(type, attachment);
    Entry entry = new Entry(TypeNames.of(type, attachment), lineage, converter(lineage));
    WATCHED.put(Raised.check(PyWeakrefs.PyWeakref_NewRef(type, forgetting())), type);
    BY_CLASS.put(type, entry);
    return entry;
  }

  private static List<String> lineage(long type, Attachment attachment) {
    long names = Calls.call(LINEAGE.get(attachment), attachment, type);
    try {
      List<String> lineage = new ArrayList<>();
      for (long i = 0; i < PyLists.PyList_Size(names); i++) {
        lineage.add(Text.toJava(PyLists.PyList_GetItem(names, i), attachment));
      }
      return List.copyOf(lineage);
    } finally {
      PyRefs.Py_DecRef(names);
    }
  }

  private static @Nullable ToJavaConverter converter(List<String> lineage) {
    for (String name : lineage) {
      ToJavaConverter converter = BY_CLASS_NAME.get(name);
      if (converter != null) {
        return converter;
      }
    }
    return null;
  }

  private static long forgetting() {
    long function = forgetting;
    if (function == 0) {
      function = NativeFunctions.create("forget", (_, arguments, _, _) -> forget(arguments));
      forgetting = function;
    }
    return function;
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
