package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Prints values as Python's {@code str} and {@code repr} do, without Python. */
public final class PythonPrinter implements ValuePrinter {

  /** The one printer. */
  public static final PythonPrinter INSTANCE = new PythonPrinter();

  private PythonPrinter() {}

  @Override
  public String backendName() {
    return "python";
  }

  @Override
  public String print(ScriptValue value) {
    return switch (value.data()) {
      case String text -> text;
      case ScriptObject object -> object.print();
      case null, default -> repr(value);
    };
  }

  /** Returns {@code repr(value)}. */
  public String repr(ScriptValue value) {
    return switch (value.data()) {
      case null -> "None";
      case Boolean b -> b ? "True" : "False";
      case Double d -> ofFloat(d);
      case String s -> ofString(s);
      case byte[] bytes ->
          value.typeName().equals("bytearray")
              ? "bytearray(" + ofBytes(bytes) + ")"
              : ofBytes(bytes);
      case List<?> list -> ofSequence(value);
      case Set<?> set -> ofSet(value);
      case Map<?, ?> map -> ofDict(value.asEntries());
      case PythonObject object -> object.repr();
      case Object number -> number.toString();
    };
  }

  /**
   * Python's repr: the shortest digits that give the same float, with an exponent below 1e-4 and
   * from 1e16 on.
   */
  static String ofFloat(double d) {
    if (Double.isNaN(d)) {
      return "nan";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "inf" : "-inf";
    }
    if (d == 0) {
      return 1 / d < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = shortest(d);
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return withExponent(shortest, exponent);
    }
    String plain = shortest.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /**
   * Java's text is the shortest but for one thing: it has two digits at least, which of the
   * smallest floats is one too many.
   */
  private static BigDecimal shortest(double d) {
    BigDecimal text = new BigDecimal(Double.toString(d)).stripTrailingZeros();
    if (text.precision() != 2) {
      return text;
    }
    BigDecimal oneDigit = text.round(new MathContext(1));
    return oneDigit.doubleValue() == d ? oneDigit.stripTrailingZeros() : text;
  }

  private static String withExponent(BigDecimal shortest, int exponent) {
    String digits = shortest.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = shortest.signum() < 0 ? "-" : "";
    return "%s%se%s%02d".formatted(sign, mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String ofString(String s) {
    char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    s.codePoints().forEach(c -> appendCharacter(out, c, quote));
    return out.append(quote).toString();
  }

  private static void appendCharacter(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append((c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x").formatted(c));
        }
      }
    }
  }

  /**
   * As {@code str.isprintable}: no control, format, unassigned, private or surrogate characters, no
   * separators but the space.
   */
  private static boolean isPrintable(int c) {
    return c == ' '
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static String ofBytes(byte[] bytes) {
    boolean single = false;
    boolean twofold = false;
    for (byte b : bytes) {
      single |= b == '\'';
      twofold |= b == '"';
    }
    char quote = single && !twofold ? '"' : '\'';
    StringBuilder out = new StringBuilder("b").append(quote);
    for (byte b : bytes) {
      int c = b & 0xff;
      if (c >= 0x20 && c < 0x7f && c != '\\' && c != quote) {
        out.append((char) c);
      } else {
        switch (c) {
          case '\n' -> out.append("\\n");
          case '\r' -> out.append("\\r");
          case '\t' -> out.append("\\t");
          case '\\' -> out.append("\\\\");
          default -> out.append(c == quote ? "\\" + quote : "\\x%02x".formatted(c));
        }
      }
    }
    return out.append(quote).toString();
  }

  private String ofSequence(ScriptValue value) {
    List<ScriptValue> list = value.asList();
    if (value.typeName().equals("tuple")) {
      return list.size() == 1 ? "(" + repr(list.getFirst()) + ",)" : joined("(", list, ")");
    }
    return joined("[", list, "]");
  }

  private String ofSet(ScriptValue value) {
    Set<ScriptValue> set = value.asSet();
    boolean frozen = value.typeName().equals("frozenset");
    if (set.isEmpty()) {
      return frozen ? "frozenset()" : "set()";
    }
    return frozen ? joined("frozenset({", set, "})") : joined("{", set, "}");
  }

  private String ofDict(Map<ScriptValue, ScriptValue> entries) {
    StringJoiner out = new StringJoiner(", ", "{", "}");
    entries.forEach((key, value) -> out.add(repr(key) + ": " + repr(value)));
    return out.toString();
  }

  private String joined(String open, Collection<ScriptValue> values, String close) {
    StringJoiner out = new StringJoiner(", ", open, close);
    values.forEach(value -> out.add(repr(value)));
    return out.toString();
  }
}
