package dev.coachwhip.worker;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.worker.wire.SharedArrayMaker;

/**
 * Arrays of the host's program that lie in memory which workers share: given to an engine in a
 * worker, nothing is copied, and what one side writes the other sees. To other engines they are
 * arrays like any other.
 */
public final class SharedArrays {

  private SharedArrays() {}

  /**
   * Returns an array of zeros in C order, to be filled and given to engines. Closed or unreachable,
   * its memory goes once no script holds it any more.
   *
   * @param dtype NumPy's name or code of the element type, such as {@code "uint16"} or {@code
   *     ">f4"}
   * @param shape the number of elements along each dimension; none for a single element
   * @throws IllegalArgumentException if there is no such type
   * @throws java.io.UncheckedIOException if the system has no room for it
   */
  public static ScriptArray allocate(String dtype, long... shape) {
    return SharedArrayMaker.allocate(dtype, shape);
  }
}
