package dev.coachwhip.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names in snake case. */
public final class SnakeCase {

  /** Before an upper-case letter that begins a word: after a lower-case one, or ahead of one. */
  private static final Pattern WORD =
      Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])");

  private SnakeCase() {}

  /**
   * Returns {@code move_abs} for {@code moveAbs}, {@code read_hdf5_file} for {@code readHDF5File}.
   */
  public static String of(String javaName) {
    return WORD.matcher(javaName).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** Returns the Java name of the property that {@code getPosition} reads: {@code position}. */
  public static String decapitalized(String name) {
    boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return abbreviation ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
