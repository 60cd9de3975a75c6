package dev.coachwhip.rhai.reference;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON of the test's own resources: objects as maps, arrays as lists, numbers as {@code Long}
 * or {@code Double}. Believes that the text is right.
 */
final class Json {

  private final String text;
  private int next;

  private Json(String text) {
    this.text = text;
  }

  /** Returns the value of a text. */
  static @Nullable Object parse(String text) {
    return new Json(text).value();
  }

  /** Returns the object of a text. */
  @SuppressWarnings("unchecked") // the keys of JSON objects are strings
  static Map<String, @Nullable Object> parseObject(String text) {
    return (Map<String, @Nullable Object>) requireNonNull(parse(text));
  }

  private @Nullable Object value() {
    skipSpace();
    char first = text.charAt(next);
    return switch (first) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private void skipSpace() {
    while (Character.isWhitespace(text.charAt(next))) {
      next++;
    }
  }

  private <T extends @Nullable Object> T word(String word, T value) {
    next += word.length();
    return value;
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    next++;
    for (skipSpace(); text.charAt(next) != '}'; skipSeparator()) {
      String key = string();
      skipSpace();
      next++; // the colon
      result.put(key, value());
    }
    next++;
    return result;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> result = new ArrayList<>();
    next++;
    for (skipSpace(); text.charAt(next) != ']'; skipSeparator()) {
      result.add(value());
    }
    next++;
    return result;
  }

  private void skipSeparator() {
    skipSpace();
    if (text.charAt(next) == ',') {
      next++;
      skipSpace();
    }
  }

  private String string() {
    StringBuilder result = new StringBuilder();
    for (next++; text.charAt(next) != '"'; next++) {
      char c = text.charAt(next);
      result.append(c == '\\' ? escaped() : c);
    }
    next++;
    return result.toString();
  }

  private char escaped() {
    char c = text.charAt(++next);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        next += 4;
        yield (char) Integer.parseInt(text.substring(next - 3, next + 1), 16);
      }
      default -> c;
    };
  }

  private Object number() {
    int start = next;
    while (next < text.length() && "+-.eE0123456789".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    String number = text.substring(start, next);
    boolean whole = number.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    if (whole) {
      return Long.parseLong(number);
    }
    return Double.parseDouble(number);
  }
}
