package dev.coachwhip.rhai.runtime;

import java.util.StringJoiner;

/** What holds for all values. */
public final class Values {

  private Values() {}

  /** Returns what {@code type_of} says; for the host's values their class's simple name. */
  public static String typeName(Object value) {
    return switch (value) {
      case Long number -> "i64";
      case Double number -> "f64";
      case Boolean truth -> "bool";
      case RhaiString text -> "string";
      case RhaiCharacter character -> "char";
      case Unit unit -> "()";
      case RhaiArray array -> "array";
      case RhaiMap map -> "map";
      case Blob blob -> "blob";
      case RhaiRange range -> range.inclusive() ? "range=" : "range";
      case FunctionPointer pointer -> "Fn";
      case Timestamp timestamp -> "timestamp";
      case UnsignedByte number -> "u8";
      case ValueStream stream -> stream.typeName();
      case Tagged tagged -> typeName(tagged.value());
      case Cell cell -> typeName(cell.get());
      case HostValue host -> host.typeName();
      default -> value.getClass().getSimpleName();
    };
  }

  /** Returns the name of a value's type where Rhai shows Rust's, in errors about wrong types. */
  public static String rustTypeName(Object value) {
    if (Tagged.strip(value) instanceof RhaiRange range) {
      return range.inclusive()
          ? "core::ops::range::RangeInclusive<i64>"
          : "core::ops::range::Range<i64>";
    }
    return typeName(value);
  }

  /** Returns the text that names a function by its arguments: {@code "f (i64, bool)"}. */
  public static String signature(String name, Object... arguments) {
    StringJoiner types = new StringJoiner(", ", name + " (", ")");
    for (Object argument : arguments) {
      types.add(signatureType(typeName(argument)));
    }
    return types.toString();
  }

  static String signatureType(String typeName) {
    return typeName.equals("string") ? "&str | ImmutableString | String" : typeName;
  }

  /**
   * Returns a value to be held in another place: arrays, maps and blobs are copied, all others are
   * the same. Reads a shared variable. Strings lose their tag, others keep it.
   */
  public static Object copy(Object value) {
    // The common immutable ones first; the order matters for speed only.
    if (value instanceof Long || value instanceof Double || value instanceof RhaiString) {
      return value;
    }
    return switch (value) {
      case RhaiArray array -> array.copy();
      case RhaiMap map -> map.copy();
      case Blob blob -> blob.copy();
      case Tagged tagged -> copy(tagged);
      case Cell cell -> copy(cell.get());
      default -> value;
    };
  }

  private static Object copy(Tagged tagged) {
    Object plain = tagged.value();
    return plain instanceof RhaiString ? plain : Tagged.of(copy(plain), tagged.tag());
  }

  /** Returns what a shared variable holds, not copied; other values as they are. */
  public static Object get(Object value) {
    return value instanceof Cell cell ? cell.get() : value;
  }

  /** Returns the Java class by which functions are found for a value. */
  public static Class<?> typeOf(Object value) {
    Object plain = value instanceof Cell cell ? cell.get() : value;
    return plain instanceof Tagged tagged ? tagged.value().getClass() : plain.getClass();
  }

  /**
   * Returns a condition's value.
   *
   * @throws RhaiError if it is no bool; without position
   */
  public static boolean isTrue(Object condition) {
    if (condition instanceof Boolean truth) {
      return truth;
    }
    if (Tagged.strip(get(condition)) instanceof Boolean truth) {
      return truth;
    }
    throw RhaiError.mismatchOf("bool", condition);
  }
}
