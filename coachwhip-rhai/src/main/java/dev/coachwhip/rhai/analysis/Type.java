package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import org.jspecify.annotations.Nullable;

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

  /** Returns the class of its values; null if they may be of several. */
  public @Nullable Class<?> valueClass() {
    return switch (this) {
      case NOTHING, DYNAMIC -> null;
      case UNIT -> Unit.class;
      case BOOL -> Boolean.class;
      case INT -> Long.class;
      case FLOAT -> Double.class;
      case CHAR -> RhaiCharacter.class;
      case STRING -> RhaiString.class;
      case ARRAY -> RhaiArray.class;
      case MAP -> RhaiMap.class;
      case RANGE -> RhaiRange.class;
      case FUNCTION -> FunctionPointer.class;
    };
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
