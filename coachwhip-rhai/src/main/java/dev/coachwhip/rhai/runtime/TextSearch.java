package dev.coachwhip.rhai.runtime;

/**
 * Looks for a text within another in time that grows with their lengths, not with the product of
 * these as Java's own search does.
 */
public final class TextSearch {

  /** Java's search is faster for shorter parts, and does no harm. */
  private static final int SHORT = 32;

  private final String part;

  /** For each length of a matched beginning, that of the longest shorter one that ends it. */
  private final int[] fallbacks;

  private TextSearch(String part) {
    this.part = part;
    fallbacks = new int[part.length()];
    int matched = 0;
    for (int i = 1; i < fallbacks.length; i++) {
      matched = matched(matched, part.charAt(i));
      fallbacks[i] = matched;
    }
  }

  private int matched(int before, char next) {
    int matched = before;
    while (matched > 0 && part.charAt(matched) != next) {
      matched = fallbacks[matched - 1];
    }
    return part.charAt(matched) == next ? matched + 1 : matched;
  }

  private int find(String text, int from) {
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      matched = matched(matched, text.charAt(i));
      if (matched == part.length()) {
        return i + 1 - matched;
      }
    }
    return -1;
  }

  /** Tells whether a part is so short that Java's own search is good for it. */
  public static boolean isShort(String part) {
    return part.length() <= SHORT;
  }

  /** Returns where a part begins at an index or later; below 0 if nowhere. */
  public static int indexOf(String text, String part, int from) {
    return isShort(part) ? text.indexOf(part, from) : new TextSearch(part).find(text, from);
  }

  /** Tells whether a text has a part. */
  public static boolean contains(String text, String part) {
    return indexOf(text, part, 0) >= 0;
  }

  /** Returns a text with another part in the place of each occurrence of one. */
  public static String replace(String text, String part, String replacement) {
    if (isShort(part)) {
      return text.replace(part, replacement);
    }
    TextSearch search = new TextSearch(part);
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (int found = search.find(text, 0); found >= 0; found = search.find(text, start)) {
      out.append(text, start, found).append(replacement);
      start = found + part.length();
    }
    return out.append(text, start, text.length()).toString();
  }

  /** Finds a part again and again. */
  public static Finder finder(String part) {
    return isShort(part) ? (text, from) -> text.indexOf(part, from) : new TextSearch(part)::find;
  }

  /** Returns where something begins at an index or later; below 0 if nowhere. */
  @FunctionalInterface
  public interface Finder {
    int find(String text, int from);
  }
}
