package dev.coachwhip.python.convert;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a conversion is inside of, from the outermost to the innermost; finds circles. */
final class Nesting {

  private static final int DEEPEST = 200;

  /** Java objects by identity, Python objects by address. */
  private @Nullable Object[] objects = new Object[0];

  private long[] addresses = new long[0];
  private int depth;

  /** Returns how many containers we are in. */
  int depth() {
    return depth;
  }

  /**
   * Enters a Python object.
   *
   * @throws TypeConversionException if we are in it already, or too deep
   */
  void enter(long address, String typeName) {
    for (int i = 0; i < depth; i++) {
      if (addresses[i] == address) {
        throw circle(typeName);
      }
    }
    if (depth == addresses.length) {
      checkDepth(typeName);
      addresses = Arrays.copyOf(addresses, grown());
    }
    addresses[depth++] = address;
  }

  /**
   * Enters a Java object.
   *
   * @throws TypeConversionException if we are in it already, or too deep
   */
  @SuppressWarnings("ReferenceEquality") // equal containers may well be inside each other
  void enter(Object object) {
    for (int i = 0; i < depth; i++) {
      if (objects[i] == object) {
        throw circle(object.getClass().getName());
      }
    }
    if (depth == objects.length) {
      checkDepth(object.getClass().getName());
      objects = Arrays.copyOf(objects, grown());
    }
    objects[depth++] = object;
  }

  /** Leaves the innermost. */
  void leave() {
    depth--;
  }

  private int grown() {
    return Math.min(DEEPEST, 2 * depth + 4);
  }

  private static TypeConversionException circle(String typeName) {
    return new TypeConversionException(
        "a value that ends",
        typeName + " that contains itself",
        ErrorDetails.of("python", "a " + typeName + " contains itself"));
  }

  private void checkDepth(String typeName) {
    if (depth == DEEPEST) {
      throw new TypeConversionException(
          "a value of at most " + DEEPEST + " levels",
          typeName + " that is deeper",
          ErrorDetails.of(
              "python", "a %s is nested deeper than %d levels".formatted(typeName, DEEPEST)));
    }
  }
}
