package dev.coachwhip.cli.repl;

/** A text as a literal, so that it can be told from other values. */
final class Quoted {

  private Quoted() {}

  /** Returns the text in quotes, single ones unless only those occur in it, with escapes. */
  static String of(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i), quote);
    }
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, char c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(c);
        } else if (Character.isISOControl(c)) {
          out.append("\\x")
              .append(Character.forDigit(c >> 4, 16))
              .append(Character.forDigit(c & 15, 16));
        } else {
          out.append(c);
        }
      }
    }
  }
}
