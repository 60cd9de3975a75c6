package dev.coachwhip.spi;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.DType.Kind;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the texts in which NumPy and the buffer protocol write element types. */
final class DTypeReader {

  /** Byte order, kind, size, and the unit of times. */
  private static final Pattern TYPESTR =
      Pattern.compile("([<>|=])([biufcmMUSVO])(\\d{1,9})(?:\\[(\\w+)])?");

  /** A number type's name: what it is, and its size in bits. */
  private static final Pattern NAME = Pattern.compile("(int|uint|float|complex)(\\d{1,3})");

  /** A time's name and its unit. */
  private static final Pattern TIME_NAME = Pattern.compile("(datetime|timedelta)64(?:\\[(\\w+)])?");

  /** Byte order if any, count of a text if any, and the code of one element. */
  private static final Pattern FORMAT = Pattern.compile("([@=<>!^]?)(\\d*)(Z?[?a-zA-Z])");

  /** The names that programs give with each frame. */
  private static final Map<String, DType> NUMBERS =
      Stream.of(
              "bool",
              "int8",
              "int16",
              "int32",
              "int64",
              "uint8",
              "uint16",
              "uint32",
              "uint64",
              "float16",
              "float32",
              "float64",
              "complex64",
              "complex128")
          .collect(Collectors.toUnmodifiableMap(Function.identity(), DTypeReader::parse));

  private DTypeReader() {}

  static DType read(String text) {
    DType known = NUMBERS.get(text);
    return known != null ? known : parse(text);
  }

  private static DType parse(String text) {
    Matcher typestr = TYPESTR.matcher(text);
    if (typestr.matches()) {
      int size = size(typestr.group(2).charAt(0), Integer.parseInt(typestr.group(3)));
      String unit = typestr.group(4) == null ? "" : typestr.group(4);
      return make(text, typestr.group(2).charAt(0), size, order(typestr.group(1)), unit);
    }
    return readName(text);
  }

  /** NumPy counts the code points of a text, and bytes in everything else. */
  private static int size(char kind, int count) {
    return kind == 'U' ? Math.multiplyExact(count, Integer.BYTES) : count;
  }

  private static DType readName(String text) {
    ByteOrder order = ByteOrder.nativeOrder();
    Matcher number = NAME.matcher(text);
    if (number.matches()) {
      char kind = kindOfName(number.group(1));
      int bits = Integer.parseInt(number.group(2));
      return make(text, kind, bits % 8 == 0 ? bits / 8 : -1, order, "");
    }
    Matcher time = TIME_NAME.matcher(text);
    if (time.matches()) {
      String unit = time.group(2) == null ? "" : time.group(2);
      return make(text, time.group(1).equals("datetime") ? 'M' : 'm', 8, order, unit);
    }
    return switch (text) {
      case "bool" -> make(text, 'b', 1, order, "");
      case "object" -> throw references();
      default -> throw unknown(text);
    };
  }

  private static char kindOfName(String name) {
    return switch (name) {
      case "int" -> 'i';
      case "uint" -> 'u';
      case "float" -> 'f';
      default -> 'c'; // complex
    };
  }

  static DType readFormat(String format, int itemBytes) {
    Matcher matcher = FORMAT.matcher(format);
    if (!matcher.matches()) {
      return make(format, 'V', itemBytes, ByteOrder.nativeOrder(), "");
    }
    char kind = kindOf(matcher.group(3));
    boolean counted = kind != 'S' && kind != 'U' && !matcher.group(2).isEmpty();
    return make(format, counted ? 'V' : kind, itemBytes, order(matcher.group(1)), "");
  }

  private static char kindOf(String code) {
    return switch (code) {
      case "?" -> 'b';
      case "b", "h", "i", "l", "q", "n" -> 'i';
      case "B", "H", "I", "L", "Q", "N", "P" -> 'u';
      case "e", "f", "d", "g" -> 'f';
      case "Zf", "Zd", "Zg" -> 'c';
      case "c", "s" -> 'S';
      case "w" -> 'U';
      case "O" -> 'O';
      default -> 'V';
    };
  }

  private static ByteOrder order(String mark) {
    return switch (mark) {
      case "<" -> ByteOrder.LITTLE_ENDIAN;
      case ">", "!" -> ByteOrder.BIG_ENDIAN;
      default -> ByteOrder.nativeOrder();
    };
  }

  private static DType make(String text, char code, int size, ByteOrder order, String unit) {
    Kind kind = kind(text, code, size);
    if (!unit.isEmpty() && kind != Kind.DATETIME && kind != Kind.TIMEDELTA) {
      throw unknown(text);
    }
    DType type = new DType(name(code, size, unit), kind, size, ByteOrder.nativeOrder(), unit);
    return type.ordered(order);
  }

  private static Kind kind(String text, char code, int size) {
    return switch (code) {
      case 'b' -> require(text, size == 1, Kind.BOOLEAN);
      case 'i' -> require(text, isInteger(size), Kind.SIGNED);
      case 'u' -> require(text, isInteger(size), Kind.UNSIGNED);
      case 'f' -> size == 2 || size == 4 || size == 8 ? Kind.FLOAT : opaque(text, size);
      case 'c' -> size == 8 || size == 16 ? Kind.COMPLEX : opaque(text, size);
      case 'M' -> require(text, size == 8, Kind.DATETIME);
      case 'm' -> require(text, size == 8, Kind.TIMEDELTA);
      case 'U' -> require(text, size % Integer.BYTES == 0, Kind.TEXT);
      case 'S' -> Kind.BYTES;
      case 'V' -> Kind.RAW;
      default -> throw references();
    };
  }

  /** C's long double and its complex have 10 to 16 bytes, by platform, and are twice that. */
  private static Kind opaque(String text, int size) {
    return require(text, size >= 10 && size <= 32, Kind.OPAQUE);
  }

  private static boolean isInteger(int size) {
    return size == 1 || size == 2 || size == 4 || size == 8;
  }

  private static Kind require(String text, boolean ok, Kind kind) {
    if (!ok) {
      throw unknown(text);
    }
    return kind;
  }

  private static String name(char code, int size, String unit) {
    String suffix = unit.isEmpty() ? "" : "[" + unit + "]";
    String bits = size == 0 ? "" : String.valueOf(size * 8L);
    return switch (code) {
      case 'b' -> "bool";
      case 'i' -> "int" + bits;
      case 'u' -> "uint" + bits;
      case 'f' -> "float" + bits;
      case 'c' -> "complex" + bits;
      case 'M' -> "datetime64" + suffix;
      case 'm' -> "timedelta64" + suffix;
      case 'U' -> "str" + bits;
      case 'S' -> "bytes" + bits;
      default -> "void" + bits;
    };
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("no element type of an array: " + text);
  }

  private static TypeConversionException references() {
    return new TypeConversionException(
        "coachwhip", "an array of numbers, times, text or bytes", "an array of dtype object");
  }
}
