package dev.coachwhip.rhai.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of the cases: maps, lists, strings, doubles, booleans, null. */
final class JsonText {

  private final String text;
  private int index;

  private JsonText(String text) {
    this.text = text;
  }

  static @Nullable Object parse(String text) {
    return new JsonText(text).value();
  }

  private @Nullable Object value() {
    skipBlanks();
    return switch (text.charAt(index)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> word();
    };
  }

  private void skipBlanks() {
    while (Character.isWhitespace(text.charAt(index))) {
      index++;
    }
  }

  private boolean next(char end) {
    skipBlanks();
    if (text.charAt(index) == ',') {
      index++;
      skipBlanks();
    }
    if (text.charAt(index) != end) {
      return true;
    }
    index++;
    return false;
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    index++;
    while (next('}')) {
      String key = string();
      skipBlanks();
      index++;
      object.put(key, value());
    }
    return object;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> array = new ArrayList<>();
    index++;
    while (next(']')) {
      array.add(value());
    }
    return array;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    index++;
    while (text.charAt(index) != '"') {
      char c = text.charAt(index++);
      string.append(c == '\\' ? escape() : c);
    }
    index++;
    return string.toString();
  }

  private char escape() {
    char c = text.charAt(index++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        index += 4;
        yield (char) Integer.parseInt(text, index - 4, index, 16);
      }
      default -> c;
    };
  }

  private @Nullable Object word() {
    int start = index;
    while (index < text.length() && ",]} \n".indexOf(text.charAt(index)) < 0) {
      index++;
    }
    String word = text.substring(start, index);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> Double.valueOf(word);
    };
  }
}
