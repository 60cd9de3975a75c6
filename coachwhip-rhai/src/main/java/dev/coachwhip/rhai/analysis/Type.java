package dev.coachwhip.rhai.analysis;

/**
 * What the analysis knows about a value. Types form a flat lattice: nothing, one type, anything.
 */
public enum Type {
  /** Not known yet, or the code never completes. */
  NOTHING,
  UNIT,
  BOOL,
  INT,
  FLOAT,
  CHAR,
  STRING,
  ARRAY,
  MAP,
  RANGE,
  FUNCTION,
  /** Anything. */
  DYNAMIC;

  /** Returns the least type that covers both. */
  public Type join(Type other) {
    if (this == other || other == NOTHING) {
      return this;
    }
    return this == NOTHING ? other : DYNAMIC;
  }

  /** Tells whether values are kept unboxed in a JVM local. */
  public boolean isPrimitive() {
    return this == INT || this == FLOAT || this == BOOL;
  }

  public boolean isNumber() {
    return this == INT || this == FLOAT;
  }

  /** Tells whether a value can be changed in place, so that storing it makes a copy. */
  public boolean needsCopy() {
    return this == ARRAY || this == MAP || this == DYNAMIC;
  }

  /**
   * Returns this if values are unboxed, else {@link #DYNAMIC}: what versions of a function differ
   * by.
   */
  public Type erased() {
    return isPrimitive() ? this : DYNAMIC;
  }
}
