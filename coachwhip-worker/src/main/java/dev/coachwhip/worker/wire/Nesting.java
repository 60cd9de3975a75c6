package dev.coachwhip.worker.wire;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The containers that a value being written is inside of, from the outermost to the innermost;
 * finds circles. Says what a backend in the same process says.
 */
final class Nesting {

  /** As deep as backends go. */
  static final int DEEPEST = 200;

  private final String backendName;
  private @Nullable Object[] objects = new Object[4];
  private int depth;

  Nesting(String backendName) {
    this.backendName = backendName;
  }

  /**
   * Enters a container.
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
    if (depth == DEEPEST) {
      throw tooDeep(object.getClass().getName());
    }
    if (depth == objects.length) {
      objects = Arrays.copyOf(objects, 2 * depth);
    }
    objects[depth++] = object;
  }

  /** Leaves the innermost. */
  void leave() {
    objects[--depth] = null;
  }

  private TypeConversionException circle(String typeName) {
    return new TypeConversionException(
        "a value that ends",
        typeName + " that contains itself",
        ErrorDetails.of(backendName, "a " + typeName + " contains itself"));
  }

  private TypeConversionException tooDeep(String typeName) {
    return new TypeConversionException(
        "a value of at most " + DEEPEST + " levels",
        typeName + " that is deeper",
        ErrorDetails.of(
            backendName, "a %s is nested deeper than %d levels".formatted(typeName, DEEPEST)));
  }
}
