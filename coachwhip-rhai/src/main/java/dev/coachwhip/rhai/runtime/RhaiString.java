package dev.coachwhip.rhai.runtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@code string}: Unicode characters, immutable to scripts. Lengths and indices count characters
 * (code points).
 *
 * <p>Grows in place: a string that ends where its buffer ends appends to the buffer, so that
 * building one piece by piece takes amortised constant time for each. Strings on one buffer belong
 * to one thread; {@link #toString()} leaves that.
 */
public final class RhaiString implements Comparable<RhaiString> {

  // Either `text` is there, or `buffer` with the first `units` of its UTF-16 units; with both,
  // `text`
  // is what the buffer holds. `characters` and `bytes` are -1 until somebody asks.

  /** The empty string. */
  public static final RhaiString EMPTY = new RhaiString("");

  /** Longer results of appending get a buffer; for shorter ones copying is cheaper. */
  private static final int BUFFER_FROM = 64;

  private static final RhaiString[] LOW = new RhaiString[128];

  static {
    Arrays.setAll(LOW, codePoint -> new RhaiString(Character.toString(codePoint)));
  }

  private @Nullable String text;
  private final @Nullable StringBuilder buffer;
  private final int units;
  private int characters = -1;
  private long bytes = -1;

  private RhaiString(String text) {
    this.text = text;
    this.buffer = null;
    this.units = text.length();
  }

  private RhaiString(StringBuilder buffer) {
    this(buffer, buffer.length());
  }

  private RhaiString(StringBuilder buffer, int units) {
    this.buffer = buffer;
    this.units = units;
  }

  /** Returns the one of a Java string. */
  public static RhaiString of(String text) {
    return text.isEmpty() ? EMPTY : new RhaiString(text);
  }

  /** Returns the one of a single character. */
  public static RhaiString of(int codePoint) {
    return codePoint < LOW.length ? LOW[codePoint] : new RhaiString(Character.toString(codePoint));
  }

  /** Returns the number of characters. */
  public int length() {
    if (characters < 0) {
      characters = countCharacters();
    }
    return characters;
  }

  private int countCharacters() {
    String known = text;
    return known != null
        ? known.codePointCount(0, units)
        : Objects.requireNonNull(buffer).codePointCount(0, units);
  }

  /** Returns the number of bytes in UTF-8. */
  public long bytes() {
    if (bytes < 0) {
      bytes = Utf8.length(toString());
    }
    return bytes;
  }

  /** Tells whether it has more bytes than that. Counts them only if it is close. */
  boolean isLongerThan(long limit) {
    return !surelyFits(units, limit) && bytes() > limit;
  }

  /** Tells whether this with another string at its end has more bytes than that. */
  boolean isLongerThan(long limit, RhaiString other) {
    return !surelyFits((long) units + other.units, limit) && bytes() + other.bytes() > limit;
  }

  // UTF-8 has at most three bytes for a UTF-16 unit: pairs of units have four.
  private static boolean surelyFits(long units, long limit) {
    return units <= limit / 3;
  }

  /** Tells whether a text has more bytes than that. */
  static boolean isLongerThan(CharSequence text, long limit) {
    return !surelyFits(text.length(), limit) && Utf8.length(text.toString()) > limit;
  }

  public boolean isEmpty() {
    return units == 0;
  }

  /** Tells whether each character is one UTF-16 unit, so that both counts agree. */
  private boolean isPlain() {
    return length() == units;
  }

  /** Returns the code point at an index from 0 to below the length. */
  public int codePointAt(int index) {
    if (isPlain()) {
      return unitAt(index);
    }
    String whole = toString();
    return whole.codePointAt(whole.offsetByCodePoints(0, index));
  }

  private char unitAt(int index) {
    String known = text;
    if (known != null) {
      return known.charAt(index);
    }
    Objects.checkIndex(index, units);
    return Objects.requireNonNull(buffer).charAt(index);
  }

  /** Returns the characters from {@code start} to before {@code end}; both in range. */
  public RhaiString slice(int start, int end) {
    if (start >= end) {
      return EMPTY;
    }
    if (start == 0 && end == length()) {
      return this;
    }
    return of(toString().substring(unitOffset(start), unitOffset(end)));
  }

  /**
   * Returns this without its last character, in constant time if it was made by appending or by
   * this method; it must not be empty.
   */
  public RhaiString withoutLast() {
    boolean pair =
        units > 1
            && Character.isLowSurrogate(unitAt(units - 1))
            && Character.isHighSurrogate(unitAt(units - 2));
    int last = units - (pair ? 2 : 1);
    if (last < BUFFER_FROM) {
      return of(toString().substring(0, last));
    }
    StringBuilder shared = buffer == null ? new StringBuilder(toString()) : buffer;
    RhaiString rest = new RhaiString(shared, last);
    rest.characters = length() - 1;
    return rest;
  }

  /** Returns where a character begins in {@link #toString()}; for the length, its end. */
  public int unitOffset(int index) {
    return isPlain() ? index : toString().offsetByCodePoints(0, index);
  }

  /** Returns this with another string at its end. */
  public RhaiString append(RhaiString other) {
    if (other.units == 0) {
      return this;
    }
    if (units == 0) {
      return other;
    }
    RhaiString result = append(other.toString());
    if (characters >= 0) {
      result.characters = characters + other.length();
    }
    if (bytes >= 0) {
      result.bytes = bytes + other.bytes();
    }
    return result;
  }

  /** Returns this with a character at its end. */
  public RhaiString append(int codePoint) {
    RhaiString result = appendCodePoint(codePoint);
    if (characters >= 0) {
      result.characters = characters + 1;
    }
    if (bytes >= 0) {
      result.bytes = bytes + Utf8.length(codePoint);
    }
    return result;
  }

  private RhaiString appendCodePoint(int codePoint) {
    StringBuilder shared = buffer;
    if (shared != null && shared.length() == units) {
      return new RhaiString(shared.appendCodePoint(codePoint));
    }
    return append(Character.toString(codePoint));
  }

  private RhaiString append(String tail) {
    StringBuilder shared = buffer;
    int total = Sizes.sumOfLengths(units, tail.length());
    if (shared != null && shared.length() == units) {
      shared.append(tail);
      return new RhaiString(shared);
    }
    if (total < BUFFER_FROM) {
      return new RhaiString(toString().concat(tail));
    }
    StringBuilder fresh = new StringBuilder(Sizes.roomFor(total));
    fresh.append(toString()).append(tail);
    return new RhaiString(fresh);
  }

  /** Returns this without all occurrences of another string; Rhai's {@code -}. */
  public RhaiString minus(RhaiString other) {
    if (other.isEmpty()) {
      return this;
    }
    return isEmpty() ? other : of(TextSearch.replace(toString(), other.toString(), ""));
  }

  /** Returns this without all occurrences of a character. */
  public RhaiString minus(int codePoint) {
    return of(toString().replace(Character.toString(codePoint), ""));
  }

  /** Compares by code points, as Rhai compares bytes of UTF-8. */
  @Override
  public int compareTo(RhaiString other) {
    return CodePointOrder.compare(toString(), other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RhaiString string
        && (string == this || (units == string.units && toString().equals(string.toString())));
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns its text. */
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = Objects.requireNonNull(buffer).substring(0, units);
      text = known;
    }
    return known;
  }
}
