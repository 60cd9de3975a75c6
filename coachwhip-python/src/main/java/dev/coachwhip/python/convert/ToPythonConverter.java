package dev.coachwhip.python.convert;

/**
 * Makes Python objects of the objects of one Java class and its subclasses. Attached.
 *
 * @param <T> the Java class
 */
@FunctionalInterface
public interface ToPythonConverter<T> {

  /**
   * Converts an object.
   *
   * @return a new reference
   * @throws dev.coachwhip.error.TypeConversionException if it has no counterpart in Python
   */
  long convert(T value, ToPython conversion);
}
