package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.RhaiMap;

/** How a map holds the value of a slot. */
enum SlotKind {
  INTEGER,
  FLOAT,
  BOXED;

  static SlotKind of(RhaiMap map, int slot) {
    if (map.isInteger(slot)) {
      return INTEGER;
    }
    return map.isFloat(slot) ? FLOAT : BOXED;
  }
}
