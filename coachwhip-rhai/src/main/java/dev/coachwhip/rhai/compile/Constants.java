package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.lang.invoke.MethodHandles.Lookup;

/** Bootstrap methods of constants. */
public final class Constants {

  private Constants() {}

  /** Makes a script's string. */
  public static Object string(Lookup lookup, String name, Class<?> type, String text) {
    return RhaiString.of(text);
  }

  /** Makes a script's string that is too long for a constant. */
  public static Object string(String text) {
    return RhaiString.of(text);
  }

  /** Makes a character. */
  public static Object character(Lookup lookup, String name, Class<?> type, int codePoint) {
    return RhaiCharacter.of(codePoint);
  }

  /** Boxes an integer once. */
  public static Object integer(Lookup lookup, String name, Class<?> type, long value) {
    return value;
  }

  /** Boxes a float once. */
  public static Object float_(Lookup lookup, String name, Class<?> type, double value) {
    return value;
  }

  /** Makes what makes maps of these keys, which differ. */
  public static Object template(Lookup lookup, String name, Class<?> type, String... keys) {
    return new MapTemplate(keys.clone());
  }
}
