package dev.coachwhip.rhai.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.spi.RangeList;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Prints values as Rhai's {@code print} does, without an engine. */
public final class RhaiPrinter implements ValuePrinter {

  /** The one printer. */
  public static final RhaiPrinter INSTANCE = new RhaiPrinter();

  private RhaiPrinter() {}

  @Override
  public String backendName() {
    return "rhai";
  }

  @Override
  public String print(ScriptValue value) {
    return switch (value.data()) {
      case String text -> text;
      case null -> Display.toText(Unit.UNIT);
      case Double number -> Display.toText(number);
      case Object data when isOwn(data) -> inContainer(value);
      case Object other -> other.toString();
    };
  }

  private static boolean isOwn(Object data) {
    return data instanceof Long
        || data instanceof Double
        || data instanceof Boolean
        || data instanceof byte[]
        || data instanceof Instant
        || data instanceof ScriptObject
        || data instanceof List
        || data instanceof Map;
  }

  private static String inContainer(ScriptValue value) {
    Object data = value.data();
    return switch (data) {
      case null -> Display.debugText(Unit.UNIT);
      case String text ->
          value.typeName().equals("char") ? text : Display.debugText(RhaiString.of(text));
      case Double number -> Display.debugText(number);
      case byte[] bytes -> Display.debugText(Blob.wrap(bytes));
      case RangeList list -> range(list, value.typeName()).toString();
      case Instant _ -> "<timestamp>";
      case ScriptObject object -> object.printInContainer();
      case List<?> _ -> list(value);
      case Map<?, ?> _ -> map(value);
      case Object number when isOwn(number) -> number.toString();
      default -> value.toString(); // made by a mapping, or the host's: they print themselves
    };
  }

  private static RhaiRange range(RangeList list, String typeName) {
    return typeName.endsWith("=")
        ? RhaiRange.inclusive(list.start(), list.stop() - 1)
        : RhaiRange.exclusive(list.start(), list.stop());
  }

  private static String list(ScriptValue value) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    value.asList().forEach(element -> text.add(inContainer(element)));
    return text.toString();
  }

  private static String map(ScriptValue value) {
    StringJoiner text = new StringJoiner(", ", "#{", "}");
    value
        .asEntries()
        .forEach((key, entry) -> text.add(inContainer(key) + ": " + inContainer(entry)));
    return text.toString();
  }
}
