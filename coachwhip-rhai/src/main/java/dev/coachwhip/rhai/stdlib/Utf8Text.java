package dev.coachwhip.rhai.stdlib;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as Rust reads it: what is no text becomes U+FFFD, one for as much as a character may begin
 * with.
 */
final class Utf8Text {

  private static final char REPLACEMENT = '\ufffd';

  private Utf8Text() {}

  static byte[] encode(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String decode(byte[] bytes) {
    // Java replaces the same bytes, but others of them at once; only then they are read one by one.
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeSlowly(bytes);
  }

  private static String decodeSlowly(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      int length = length(bytes[i] & 0xff);
      int valid = valid(bytes, i, length);
      if (length > 0 && valid == length) {
        text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
      } else {
        text.append(REPLACEMENT);
      }
      i += Math.max(valid, 1);
    }
    return text.toString();
  }

  /** Returns how long a character is that begins with a byte; 0 if none does. */
  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    if (first < 0xe0) {
      return 2;
    }
    return first < 0xf0 ? 3 : 4;
  }

  /** Returns how many bytes from a place on may begin a character of a length. */
  private static int valid(byte[] bytes, int start, int length) {
    int valid = Math.min(length, 1);
    while (valid < length
        && start + valid < bytes.length
        && mayFollow(bytes[start] & 0xff, valid, bytes[start + valid] & 0xff)) {
      valid++;
    }
    return valid;
  }

  private static boolean mayFollow(int first, int position, int next) {
    if (position > 1) {
      return next >= 0x80 && next < 0xc0;
    }
    // Neither longer forms than needed, nor surrogates, nor anything beyond the last character.
    int from = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int to = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return next >= from && next <= to;
  }
}
