package dev.coachwhip.rhai.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of values.
 *
 * <ul>
 *   <li>{@link #toText}: {@code print}, {@code to_string}, interpolation, joining with {@code +};
 *   <li>{@link #debugText}: {@code debug}, {@code to_debug}, and what stands in a printed
 *       container;
 *   <li>{@link #rustText} and {@link #rustDebug}: Rust's own forms, which show in error messages.
 * </ul>
 *
 * <p>With a run, functions {@code to_string} and {@code to_debug} of the host show the host's
 * values.
 */
public final class Display {

  private Display() {}

  /** Returns what {@code print} shows. */
  public static String toText(Object value) {
    return toText(value, null);
  }

  /** Returns what {@code print} shows, by the functions of the host where it has any. */
  public static String toText(Object value, @Nullable Run run) {
    return switch (value) {
      case RhaiString text -> text.toString();
      case Long number -> number.toString();
      case Double number -> FloatText.display(number);
      case Unit unit -> "";
      case Tagged tagged -> toText(tagged.value(), run);
      case RhaiArray array -> container(array, run);
      case RhaiMap map -> container(map, run);
      default -> plain(value, run, "to_string");
    };
  }

  private static String container(Object value, @Nullable Run run) {
    StringBuilder out = new StringBuilder();
    appendDebug(out, value, run);
    return out.toString();
  }

  /** Returns what {@code debug} shows. */
  public static String debugText(Object value) {
    return debugText(value, null);
  }

  /** Returns what {@code debug} shows, by the functions of the host where it has any. */
  public static String debugText(Object value, @Nullable Run run) {
    return container(value, run);
  }

  private static void appendDebug(StringBuilder out, Object value, @Nullable Run run) {
    switch (value) {
      case RhaiString text -> RustText.appendQuoted(out, text.toString());
      case Double number -> out.append(FloatText.debug(number));
      case Unit unit -> out.append("()");
      case Tagged tagged -> appendDebug(out, tagged.value(), run);
      case RhaiArray array -> {
        checkStop(run);
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
          out.append(i > 0 ? ", " : "");
          appendDebug(out, array.get(i), run);
        }
        out.append(']');
      }
      case RhaiMap map -> {
        checkStop(run);
        appendMapStart(out);
        int start = out.length();
        map.forEach((key, item) -> {
          appendKey(out, start, key);
          appendDebug(out, item, run);
        });
        out.append('}');
      }
      default -> out.append(plain(value, run, "to_debug"));
    }
  }

  private static void checkStop(@Nullable Run run) {
    if (run != null) {
      run.checkStop(0, 0);
    }
  }

  private static void appendMapStart(StringBuilder out) {
    out.append("#{");
  }

  private static void appendKey(StringBuilder out, int start, String key) {
    out.append(out.length() > start ? ", " : "");
    RustText.appendQuoted(out, key);
    out.append(": ");
  }

  private static String plain(Object value, @Nullable Run run, String function) {
    return switch (value) {
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      case RhaiCharacter character -> character.toString();
      case RhaiRange range -> range.toString();
      case UnsignedByte number -> number.toString();
      case FunctionPointer pointer -> "Fn(" + pointer.name() + ")";
      case Timestamp timestamp -> "<timestamp>";
      case Blob blob -> hex(blob);
      case ValueStream stream -> stream.typeName();
      case Cell cell -> toText(cell.get(), run);
      case HostValue host -> host.text();
      default -> run == null ? Values.typeName(value) : run.hostText(value, function);
    };
  }

  private static String hex(Blob blob) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < blob.size(); i++) {
      out.append(i > 0 && i % 8 == 0 ? " " : "");
      out.append(Character.forDigit(blob.get(i) >> 4, 16));
      out.append(Character.forDigit(blob.get(i) & 15, 16));
    }
    return out.append(']').toString();
  }

  /** Returns Rust's {@code {}} of a value. */
  public static String rustText(Object value) {
    return switch (value) {
      case Tagged tagged -> rustText(tagged.value());
      case RhaiArray array -> rustDebug(array);
      case RhaiMap map -> rustDebug(map);
      default -> toText(value);
    };
  }

  /** Returns Rust's {@code {:?}} of a value. */
  public static String rustDebug(Object value) {
    StringBuilder out = new StringBuilder();
    appendRustDebug(out, value);
    return out.toString();
  }

  private static void appendRustDebug(StringBuilder out, Object value) {
    switch (value) {
      case Tagged tagged -> appendRustDebug(out, tagged.value());
      case RhaiCharacter character -> RustText.appendQuoted(out, character.codePoint());
      case FunctionPointer pointer -> appendPointer(out, pointer);
      case Cell cell -> {
        appendRustDebug(out, cell.get());
        out.append(" (shared)");
      }
      case RhaiArray array -> {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
          out.append(i > 0 ? ", " : "");
          appendRustDebug(out, array.get(i));
        }
        out.append(']');
      }
      case RhaiMap map -> {
        appendMapStart(out);
        int start = out.length();
        map.forEach((key, item) -> {
          appendKey(out, start, key);
          appendRustDebug(out, item);
        });
        out.append('}');
      }
      default -> appendDebug(out, value, null);
    }
  }

  private static void appendPointer(StringBuilder out, FunctionPointer pointer) {
    out.append(pointer.function() == null ? "Fn" : "Fn*");
    out.append(pointer.program() == null ? "(" : "+(");
    RustText.appendQuoted(out, pointer.name());
    List<Object> curried = pointer.curried();
    for (Object argument : curried) {
      out.append(", ");
      appendRustDebug(out, argument);
    }
    out.append(')');
  }
}
