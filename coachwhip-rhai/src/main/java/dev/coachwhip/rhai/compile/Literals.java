package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import org.jspecify.annotations.Nullable;

/** What literals and the cases of a switch do when they run. */
public final class Literals {

  private Literals() {}

  /** Makes an array; takes over the Java array. */
  public static Object array(Object[] items, Run run, long position) {
    return Support.checkSize(RhaiArray.wrap(items), run, position);
  }

  /** Makes a map; takes over the Java array. */
  public static Object map(Object template, Object[] values, Run run, long position) {
    return Support.checkSize(((MapTemplate) template).make(values), run, position);
  }

  /** Makes an empty map. */
  public static Object emptyMap() {
    return new RhaiMap();
  }

  /** Adds a property to a map that is being made. */
  public static void put(Object map, String key, Object value, Run run, long position) {
    ((RhaiMap) map).put(key, value);
    Support.checkSize(map, run, position);
  }

  /** Makes a range. */
  public static Object range(long start, long end, boolean inclusive) {
    return new RhaiRange(start, end, inclusive);
  }

  /** Makes a range of what should be integers; an absent bound is one already. */
  public static Object range(Object start, Object end, boolean inclusive, Run run, long position) {
    Object first = Tagged.strip(start);
    Object last = Tagged.strip(end);
    boolean known = first instanceof Long || (first == Unit.UNIT && last instanceof Long);
    if (!known || !(last instanceof Long || last == Unit.UNIT)) {
      String operator = inclusive ? "..=" : "..";
      throw Position.fill(run.functions().missing(operator, start, end), position);
    }
    return new RhaiRange(
        first instanceof Long number ? number : 0,
        last instanceof Long number ? number : Long.MAX_VALUE,
        inclusive);
  }

  /** Adds text to a text that is being made. */
  public static void append(StringBuilder text, String part) {
    text.append(part);
  }

  /** Adds an integer to a text that is being made. */
  public static void append(StringBuilder text, long part) {
    text.append(part);
  }

  /** Adds a value's text to a text that is being made. */
  public static void append(StringBuilder text, Object part, Run run, long position) {
    text.append(Display.toText(part, run));
    run.checkText(text, Position.line(position), Position.column(position));
  }

  /** Ends a text. */
  public static Object text(StringBuilder text, Run run, long position) {
    return Support.checkSize(RhaiString.of(text.toString()), run, position);
  }

  /** Returns the value if cases of a switch can match it, without its tag; else null. */
  public static @Nullable Object hashable(Object subject) {
    Object plain = Tagged.strip(Values.get(subject));
    return isHashable(plain) ? plain : null;
  }

  private static boolean isHashable(Object value) {
    return switch (Tagged.strip(value)) {
      case Long number -> true;
      case Double number -> true;
      case Boolean truth -> true;
      case RhaiString text -> true;
      case RhaiCharacter character -> true;
      case Unit unit -> true;
      case RhaiRange range -> true;
      case RhaiArray array -> areHashable(array.toArray());
      case RhaiMap map -> areHashable(map.keys().stream().map(map::get).toArray());
      default -> false;
    };
  }

  private static boolean areHashable(Object[] values) {
    for (Object value : values) {
      if (!isHashable(value)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a value is that of a case. */
  public static boolean matches(Object subject, Object label) {
    Object plain = Tagged.strip(subject);
    return switch (label) {
      case RhaiString text -> plain instanceof RhaiString s && s.toString().equals(text.toString());
      case RhaiArray array -> plain instanceof RhaiArray other && matches(array, other);
      case RhaiMap map -> plain instanceof RhaiMap other && matches(map, other);
      default -> label.equals(plain);
    };
  }

  private static boolean matches(RhaiArray label, RhaiArray subject) {
    if (label.size() != subject.size()) {
      return false;
    }
    for (int i = 0; i < label.size(); i++) {
      if (!matches(subject.get(i), label.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(RhaiMap label, RhaiMap subject) {
    if (label.size() != subject.size()) {
      return false;
    }
    for (String key : label.keys()) {
      Object value = subject.get(key);
      Object expected = label.get(key);
      if (value == null || expected == null || !matches(value, expected)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a number is in the range of a case. */
  public static boolean isWithin(Object subject, Object label) {
    RhaiRange range = (RhaiRange) label;
    return switch (subject) {
      case Long number -> range.contains(number);
      case Double number when !range.isEmpty() -> {
        double end = range.end();
        yield number >= range.start() && (range.inclusive() ? number <= end : number < end);
      }
      default -> false;
    };
  }
}
