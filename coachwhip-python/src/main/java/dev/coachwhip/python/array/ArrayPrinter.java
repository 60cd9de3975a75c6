package dev.coachwhip.python.array;

/** Prints the objects that arrays are of, as Python does. */
@FunctionalInterface
public interface ArrayPrinter {

  /**
   * Returns what Python prints for an object, on behalf of any thread.
   *
   * @param object borrowed; the caller keeps it alive
   * @param inContainer whether as inside a container, {@code repr}, or alone, {@code str}
   */
  String print(long object, boolean inContainer);
}
