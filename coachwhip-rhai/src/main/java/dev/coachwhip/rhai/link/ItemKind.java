package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.RhaiArray;

/** How an array keeps its items. */
enum ItemKind {
  INTEGER,
  FLOAT,
  BOXED;

  static ItemKind of(RhaiArray array) {
    if (array.isOfIntegers()) {
      return INTEGER;
    }
    return array.isOfFloats() ? FLOAT : BOXED;
  }
}
