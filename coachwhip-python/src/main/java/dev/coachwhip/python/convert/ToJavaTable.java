package dev.coachwhip.python.convert;

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

  private static @Nullable ToJavaConverter named(String className) {
    // A switch and not a map: the JVM makes a class for every method reference that is evaluated,
    // and a program that reads a list should not pay for fifty.
    return switch (className) {
      case "builtins.int" -> Ints::toJava;
      case "builtins.float", "numpy.float64" -> Floats::toJava;
      case "builtins.str" -> Strings::toJava;
      case "builtins.bytes" -> ByteStrings::toJava;
      case "builtins.bytearray" -> ByteStrings::ofBuffer;
      case "builtins.memoryview" -> ArrayValues::ofMemoryView;
      case "builtins.list" -> Lists::toJava;
      case "builtins.tuple" -> Tuples::toJava;
      case "collections.namedtuple" -> Tuples::namedToJava;
      case "builtins.dict" -> Dicts::toJava;
      case "builtins.set" -> Sets::toJava;
      case "builtins.frozenset" -> Sets::frozenToJava;
      case "builtins.complex", "numpy.complex128" -> Complexes::toJava;
      case "builtins.range" -> Ranges::toJava;
      case "builtins.dict_keys" -> Views::asSet;
      case "builtins.dict_values", "builtins.dict_items" -> Views::asList;
      case "builtins.mappingproxy" -> Views::asDict;
      case "collections.deque" -> Views::ofDeque;
      case "datetime.datetime" -> DateTimes::toJava;
      case "datetime.date" -> Dates::toJava;
      case "datetime.time" -> TimesOfDay::toJava;
      case "datetime.timedelta" -> Durations::toJava;
      case "datetime.timezone" -> Zones::fixedToJava;
      case "zoneinfo.ZoneInfo" -> Zones::namedToJava;
      case "decimal.Decimal" -> Decimals::toJava;
      case "fractions.Fraction" -> Fractions::toJava;
      case "uuid.UUID" -> Uuids::toJava;
      case "pathlib.PurePosixPath", "pathlib._local.PurePosixPath" -> Paths::posixToJava;
      case "pathlib.PureWindowsPath", "pathlib._local.PureWindowsPath" -> Paths::windowsToJava;
      case "coachwhip.JavaObject" -> ToJavaTable::ofJava;
      case "array.array" -> ArrayValues::ofBuffer;
      case "numpy.ndarray" -> ArrayValues::ofNumPy;
      case "numpy.datetime64" -> NumPyTimes::momentToJava;
      case "numpy.timedelta64" -> NumPyTimes::durationToJava;
      case "numpy.generic" -> NumPyScalars::toJava;
      case "pandas._libs.tslibs.timestamps.Timestamp" -> PandasTimes::momentToJava;
      case "pandas._libs.tslibs.timedeltas.Timedelta" -> PandasTimes::durationToJava;
      // A mask is part of the value, and no array of ours has one. NaT extends datetime and is no
      // time.
      case "numpy.ma.MaskedArray",
          "numpy.ma.core.MaskedArray",
          "pandas._libs.tslibs.nattype.NaTType" ->
          ToJavaTable::reference;
      default -> null;
    };
  }

  private static ScriptValue ofJava(long object, String typeName, ToJava conversion) {
    return conversion.engine().objects().toJava(object, typeName, conversion);
  }

  private static ScriptValue reference(long object, String typeName, ToJava conversion) {
    return conversion.reference(object, typeName);
  }

  /** Returns what is known of a class. */
  static Entry of(long type, Attachment attachment) {
    Entry known = BY_CLASS.get(type);
    return known != null ? known : learn(type, attachment);
  }

  private static Entry learn(long type, Attachment attachment) {
    Entry entry = container(type);
    if (entry != null) {
      BY_CLASS.put(type, entry);
      return entry;
    }
    List<String> lineage = lineage(type, attachment);
    entry = new Entry(TypeNames.of(type, attachment), lineage, converter(lineage));
    WATCHED.put(Raised.check(PyWeakrefs.PyWeakref_NewRef(type, forgetting())), type);
    BY_CLASS.put(type, entry);
    return entry;
  }

  /** The commonest classes, for which Python need not be asked: they never die. */
  private static @Nullable Entry container(long type) {
    if (type == Py.LIST) {
      return new Entry("list", List.of("builtins.list"), Lists::toJava);
    }
    if (type == Py.TUPLE) {
      return new Entry("tuple", List.of("builtins.tuple"), Tuples::toJava);
    }
    return type == Py.DICT ? new Entry("dict", List.of("builtins.dict"), Dicts::toJava) : null;
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
      ToJavaConverter converter = named(name);
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
