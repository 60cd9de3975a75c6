package dev.coachwhip.python.convert;

/** Prints byte strings as Python does. */
final class BytesText {

  private BytesText() {}

  /** Of a bytearray, or else of bytes. */
  static String repr(byte[] bytes, String typeName) {
    char quote = quote(bytes);
    return typeName.equals("bytearray")
        ? "bytearray(" + repr(bytes, quote, true) + ")"
        : repr(bytes, quote, quote == '\'');
  }

  private static char quote(byte[] bytes) {
    boolean single = false;
    boolean twofold = false;
    for (byte b : bytes) {
      single |= b == '\'';
      twofold |= b == '"';
    }
    return single && !twofold ? '"' : '\'';
  }

  /** A bytearray escapes the single quote inside the other ones as well. */
  private static String repr(byte[] bytes, char quote, boolean escapesSingle) {
    StringBuilder out = new StringBuilder("b").append(quote);
    for (byte b : bytes) {
      append(out, b & 0xff, escapesSingle);
    }
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, int c, boolean escapesSingle) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      case '\'' -> out.append(escapesSingle ? "\\'" : "'");
      default -> {
        if (c >= 0x20 && c < 0x7f) {
          out.append((char) c);
        } else {
          out.append("\\x%02x".formatted(c));
        }
      }
    }
  }
}
