package dev.coachwhip.cli.run;

import dev.coachwhip.cli.json.JsonText;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A global variable as written on the command line: {@code name=value}.
 *
 * <p>Values are typed by their form: integers of any size, decimal numbers with a point or an
 * exponent, {@code true}, {@code false}, {@code null}, and JSON arrays, objects and strings.
 * Anything else is text, numbers with leading zeros among it: {@code 007} is more likely a serial
 * number than seven.
 *
 * @param name an identifier
 * @param value null, Boolean, Long, BigInteger, Double, String, List or Map
 */
public record GlobalAssignment(String name, @Nullable Object value) {

  /**
   * Reads assignments in order; of two with one name the later counts.
   *
   * @throws UsageException if one is malformed
   */
  public static Map<String, @Nullable Object> parseAll(List<String> texts) {
    Map<String, @Nullable Object> globals = new LinkedHashMap<>();
    for (String text : texts) {
      GlobalAssignment assignment = parse(text);
      globals.put(assignment.name, assignment.value);
    }
    return globals;
  }

  /**
   * Reads one assignment.
   *
   * @throws UsageException if there is no {@code =}, the name is no identifier, or the value begins
   *     like JSON and is not
   */
  public static GlobalAssignment parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || !isIdentifier(text.substring(0, equals))) {
      throw new UsageException("a global is written name=value, not '" + text + "'");
    }
    String name = text.substring(0, equals);
    return new GlobalAssignment(name, parseValue(name, text.substring(equals + 1)));
  }

  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || !(name.charAt(0) == '_' || isIdentifierStart(name.codePointAt(0)))) {
      return false;
    }
    int i = Character.charCount(name.codePointAt(0));
    while (i < name.length() && Character.isUnicodeIdentifierPart(name.codePointAt(i))) {
      i += Character.charCount(name.codePointAt(i));
    }
    return i == name.length();
  }

  private static boolean isIdentifierStart(int codePoint) {
    return Character.isUnicodeIdentifierStart(codePoint);
  }

  private static @Nullable Object parseValue(String name, String text) {
    if (text.isEmpty()) {
      return text;
    }
    return switch (text.charAt(0)) {
      case '[', '{', '"' -> parseJson(name, text);
      case 't' -> text.equals("true") ? (Object) true : text;
      case 'f' -> text.equals("false") ? (Object) false : text;
      case 'n' -> text.equals("null") ? null : text;
      default -> NumberForm.of(text) == NumberForm.NONE ? text : parseNumber(name, text);
    };
  }

  private static @Nullable Object parseJson(String name, String text) {
    try {
      return JsonText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "the value of the global " + name + " is not valid JSON: " + e.getMessage(), e);
    }
  }

  private static Object parseNumber(String name, String text) {
    if (NumberForm.of(text) == NumberForm.INTEGER) {
      BigInteger integer = new BigInteger(text);
      return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new UsageException("the value of the global " + name + " is too large: " + text);
    }
    return number;
  }
}
