package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.RangeList;
import dev.coachwhip.spi.TupleList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/** Prints containers as Python does. */
final class ContainerText {

  private ContainerText() {}

  static String ofSequence(ScriptValue value) {
    List<ScriptValue> list = value.asList();
    return switch (list) {
      case RangeList range -> ofRange(range);
      case NamedList named -> ofNamed(named, value.typeName());
      case TupleList tuple when tuple.size() == 1 -> "(" + repr(tuple.getFirst()) + ",)";
      case TupleList tuple -> joined("(", tuple, ")");
      default -> ofView(value.typeName(), joined("[", list, "]"));
    };
  }

  private static String ofRange(RangeList range) {
    String ends = "range(" + range.start() + ", " + range.stop();
    return range.step() == 1 ? ends + ")" : ends + ", " + range.step() + ")";
  }

  private static String ofNamed(NamedList list, String typeName) {
    StringJoiner out = new StringJoiner(", ", typeName + "(", ")");
    list.byName().forEach((name, value) -> out.add(name + "=" + repr(value)));
    return out.toString();
  }

  static String ofSet(ScriptValue value) {
    Collection<ScriptValue> set = value.asSet();
    String typeName = value.typeName();
    if (typeName.equals("dict_keys")) {
      return ofView(typeName, joined("[", set, "]"));
    }
    if (set.isEmpty()) {
      return typeName + "()";
    }
    String elements = joined("{", set, "}");
    return typeName.equals("set") ? elements : typeName + "(" + elements + ")";
  }

  static String ofDict(ScriptValue value) {
    StringJoiner out = new StringJoiner(", ", "{", "}");
    value.asEntries().forEach((key, entry) -> out.add(repr(key) + ": " + repr(entry)));
    return ofView(value.typeName(), out.toString());
  }

  /** What is converted as a plain container's copy shows that container inside its own name. */
  private static String ofView(String typeName, String elements) {
    return switch (typeName) {
      case "deque", "dict_keys", "dict_values", "dict_items", "mappingproxy" ->
          typeName + "(" + elements + ")";
      default -> elements;
    };
  }

  private static String joined(String open, Collection<ScriptValue> values, String close) {
    StringJoiner out = new StringJoiner(", ", open, close);
    values.forEach(value -> out.add(repr(value)));
    return out.toString();
  }

  private static String repr(ScriptValue value) {
    return PythonPrinter.INSTANCE.repr(value);
  }
}
