package dev.coachwhip.python.spi;

/**
 * Makes Python objects of Java objects that the Python backend does not know, such as Arrow's
 * record batches. Found through {@link java.util.ServiceLoader} when an object is first met that
 * has no other counterpart, so a program's start does not pay for it. Threadsafe.
 */
public interface PythonValueProvider {

  /** Tells whether it converts the objects of a class; asked once for each class. */
  boolean converts(Class<?> type);

  /**
   * Returns what is converted in an object's place: a {@link PythonCall}, a {@link PythonCapsule},
   * or any other value that has a counterpart in Python. Called detached from Python, on the thread
   * that hands the object over, which other threads may wait for: it does not block.
   *
   * @throws RuntimeException if the object cannot be handed over as it is; the conversion fails
   *     with it
   */
  Object inPlaceOf(Object value);
}
