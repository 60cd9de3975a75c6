package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import org.jspecify.annotations.Nullable;

/** Makes Java objects of one type, exactly or not at all. Threadsafe. */
@FunctionalInterface
public interface Converter {

  /**
   * Converts a value.
   *
   * @param depth how many records the value is inside of: the objects of a script may form circles
   * @throws Misfit if the value is not exactly of the type
   */
  @Nullable Object convert(ScriptValue value, int depth);
}
