package dev.coachwhip.rhai.convert;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import org.jspecify.annotations.Nullable;

/**
 * Where in nested containers a value stands.
 *
 * @param outer where the container stands; null for the outermost value
 * @param key how the value is reached from there, such as {@code [3]}
 * @param depth how many containers there are around it
 */
record Place(@Nullable Place outer, String key, int depth) {

  /** The value itself, in no container. */
  static final Place TOP = new Place(null, "", 0);

  /** More can only be a container that contains itself, or ends in a stack overflow. */
  private static final int DEEPEST = 500;

  /** Returns the place of an element of a list here. */
  Place at(int index, String whole) {
    return inside("[" + index + "]", whole);
  }

  /** Returns the place of a map's value here. */
  Place at(String name, String whole) {
    return inside("[\"" + name + "\"]", whole);
  }

  private Place inside(String inner, String whole) {
    if (depth >= DEEPEST) {
      throw refused("containers nested up to " + DEEPEST + " deep", whole + " nested deeper");
    }
    return new Place(this, inner, depth + 1);
  }

  /** Returns the error for a value here that Rhai cannot hold. */
  TypeConversionException refused(String expected, String found) {
    String where = path();
    String message =
        "cannot convert %s to a Rhai value: expected %s".formatted(found, expected)
            + (where.isEmpty() ? "" : ", at " + where);
    return new TypeConversionException(expected, found, ErrorDetails.of("rhai", message));
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    int shown = 0;
    for (Place place = this; place != null && shown < 10; place = place.outer) {
      path.insert(0, place.key);
      shown++;
    }
    return path.toString();
  }
}
