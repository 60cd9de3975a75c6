package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.util.regex.Pattern;

/** BasicMathPackage: numbers out of other values and out of text. */
final class NumberFunctions {

  private static final long DECIMAL = 10;

  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|(?i:inf|infinity|nan))");

  private NumberFunctions() {}

  @RhaiFunction
  static long toInt(long x) {
    return x;
  }

  @RhaiFunction
  static long toInt(RhaiCharacter character) {
    return character.codePoint();
  }

  /** Rounds towards zero; 0 for NaN. */
  @RhaiFunction
  static long toInt(double x) {
    if (x > Long.MAX_VALUE || x < Long.MIN_VALUE) {
      throw RhaiError.arithmetic("Integer overflow: to_int(" + PlainFloat.text(x) + ")");
    }
    return (long) x;
  }

  @RhaiFunction
  static double toFloat(double x) {
    return x;
  }

  @RhaiFunction
  static double toFloat(long x) {
    return x;
  }

  @RhaiFunction
  static long parseInt(RhaiString string) {
    return parseInt(string, DECIMAL);
  }

  @RhaiFunction
  static long parseInt(RhaiString string, long radix) {
    if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
      throw RhaiError.arithmetic("Invalid radix: '" + radix + "'");
    }
    try {
      return parse(WhiteSpace.trim(string.toString()), (int) radix);
    } catch (NumberFormatException e) {
      throw RhaiError.arithmetic(
          "Error parsing integer number '" + string + "': " + e.getMessage());
    }
  }

  // Long.parseLong takes the digits of all scripts of the world, and does not say what is wrong.
  private static long parse(String text, int radix) {
    if (text.isEmpty()) {
      throw new NumberFormatException("cannot parse integer from empty string");
    }
    boolean negative = text.charAt(0) == '-';
    int first = negative || text.charAt(0) == '+' ? 1 : 0;
    if (first == text.length()) {
      throw invalidDigit();
    }
    long result = 0; // not above zero: the smallest number is further away from it than the largest
    for (int i = first; i < text.length(); i++) {
      long digit = digit(text.charAt(i), radix);
      if (result < (Long.MIN_VALUE + digit) / radix) {
        throw overflow(negative);
      }
      result = result * radix - digit;
    }
    if (!negative && result == Long.MIN_VALUE) {
      throw overflow(false);
    }
    return negative ? result : -result;
  }

  private static long digit(char unit, int radix) {
    int digit = unit < 0x80 ? Character.digit(unit, radix) : -1;
    if (digit < 0) {
      throw invalidDigit();
    }
    return digit;
  }

  private static NumberFormatException invalidDigit() {
    return new NumberFormatException("invalid digit found in string");
  }

  private static NumberFormatException overflow(boolean negative) {
    String size = negative ? "small" : "large";
    return new NumberFormatException("number too " + size + " to fit in target type");
  }

  @RhaiFunction
  static double parseFloat(RhaiString string) {
    String text = WhiteSpace.trim(string.toString());
    if (!FLOAT.matcher(text).matches()) {
      String reason =
          text.isEmpty() ? "cannot parse float from empty string" : "invalid float literal";
      throw RhaiError.arithmetic("Error parsing floating-point number '" + string + "': " + reason);
    }
    char last = text.charAt(text.length() - 1);
    boolean digits = last == '.' || (last >= '0' && last <= '9');
    return digits ? Double.parseDouble(text) : special(text);
  }

  private static double special(String text) {
    if (Character.toLowerCase(text.charAt(text.length() - 2)) == 'a') {
      return Double.NaN;
    }
    return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
