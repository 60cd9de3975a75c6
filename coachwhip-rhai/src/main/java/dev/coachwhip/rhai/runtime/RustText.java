package dev.coachwhip.rhai.runtime;

/** Quoted forms of strings and characters, as Rust's {@code {:?}}. */
final class RustText {

  private RustText() {}

  static void appendQuoted(StringBuilder out, String text) {
    out.append('"');
    text.codePoints().forEach(character -> appendEscaped(out, character, '"'));
    out.append('"');
  }

  static void appendQuoted(StringBuilder out, int character) {
    out.append('\'');
    appendEscaped(out, character, '\'');
    out.append('\'');
  }

  private static void appendEscaped(StringBuilder out, int character, char quote) {
    switch (character) {
      case 0 -> out.append("\\0");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      case '\n' -> out.append("\\n");
      case '\\' -> out.append("\\\\");
      default -> {
        if (character == quote) {
          out.append('\\').append(quote);
        } else if (isShown(character)) {
          out.appendCodePoint(character);
        } else {
          out.append("\\u{").append(Integer.toHexString(character)).append('}');
        }
      }
    }
  }

  private static boolean isShown(int character) {
    if (character >= ' ' && character < 0x7f) {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> character != 0xff9e && character != 0xff9f;
    };
  }
}
