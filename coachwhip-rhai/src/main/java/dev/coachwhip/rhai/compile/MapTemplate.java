package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Shape;
import org.jspecify.annotations.Nullable;

/** Makes the maps of one literal. */
final class MapTemplate {

  private final String[] keys;
  private final @Nullable Shape shape;

  MapTemplate(String[] keys) {
    this.keys = keys;
    this.shape = Shape.of(keys);
  }

  /** Returns a map of these values, in the order of the keys; takes over the Java array. */
  RhaiMap make(Object[] values) {
    if (shape != null) {
      return new RhaiMap(shape, values);
    }
    RhaiMap map = new RhaiMap();
    for (int i = 0; i < keys.length; i++) {
      map.put(keys[i], values[i]);
    }
    return map;
  }
}
