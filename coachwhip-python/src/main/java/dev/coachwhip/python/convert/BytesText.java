package dev.coachwhip.python.convert;

/** Prints byte strings as Python does. */
final class BytesText {

  private BytesText() {}

  /** Of a bytearray, or else of bytes. */
  static String repr(byte[] bytes, String typeName) {
    return typeName.equals("bytearray") ? "bytearray(" + repr(bytes) + ")" : repr(bytes);
  }

  private static String repr(byte[] bytes) {
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
}
