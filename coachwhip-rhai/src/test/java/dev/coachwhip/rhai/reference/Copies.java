package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Values;

/** When values are copied, and when strings lose their tag. */
final class Copies {

  private Copies() {}

  /** Returns a copy of a value; strings keep their tag. A cell stays what it is. */
  static Object of(Object value) {
    if (value instanceof Cell || Tagged.strip(value) instanceof RhaiString) {
      return value;
    }
    return Values.copy(value);
  }

  /** Returns a value read out of its cell, unless a method runs on that. */
  static Object flatten(Object value) {
    return value instanceof Cell cell && !cell.isLocked() ? of(cell.get()) : value;
  }

  /**
   * Returns a value as variables are declared with it, and parts assigned: strings lose their tag.
   */
  static Object interned(Object value) {
    Object plain = Tagged.strip(value);
    return plain instanceof RhaiString ? plain : value;
  }
}
