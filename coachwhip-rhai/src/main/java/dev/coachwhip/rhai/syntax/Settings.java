package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;

/**
 * What holds for the part of a script that is being read.
 *
 * @param flags what may stand here
 * @param level how deep it is nested
 * @param maxLevel how deep it may be nested
 * @param place what is reported when it is nested too deep
 */
record Settings(int flags, int level, int maxLevel, Span place) {

  /** At the top level: functions and exports may stand here. */
  static final int GLOBAL = 1;

  /** Within a function or closure: {@code this} may. */
  static final int IN_FUNCTION = 2;

  static final int IN_CLOSURE = 4;

  /** Within a loop. */
  static final int BREAKABLE = 8;

  /** Blocks hold one expression. */
  static final int EXPRESSIONS_ONLY = 16;

  /** Names of properties must be in quotes. */
  static final int QUOTED_PROPERTIES = 32;

  /** Blocks and loops are no expressions. */
  static final int NO_BLOCKS = 64;

  /** Unknown variables are errors. */
  static final int STRICT = 128;

  /** Nesting beyond which the JVM's stack might not do, whatever the options say. */
  static final int MOST_LEVELS = 1_000;

  static Settings of(int flags, int maxDepth, Span place) {
    int most = maxDepth == 0 ? MOST_LEVELS : Math.min(maxDepth, MOST_LEVELS);
    return new Settings(flags, 0, most, place);
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  Settings with(int flag) {
    return has(flag) ? this : withFlags(flags | flag);
  }

  Settings without(int flag) {
    return has(flag) ? withFlags(flags & ~flag) : this;
  }

  Settings withFlags(int newFlags) {
    return new Settings(newFlags, level, maxLevel, place);
  }

  @SuppressWarnings("ReferenceEquality") // an equal one may be kept or not
  Settings at(Span newPlace) {
    return newPlace == place ? this : new Settings(flags, level, maxLevel, newPlace);
  }

  /** Returns those one level deeper. */
  Settings deeper() {
    return deeperAt(place);
  }

  /** Returns those one level deeper and elsewhere; too deep is still reported for the old place. */
  Settings deeperAt(Span newPlace) {
    if (level >= maxLevel) {
      throw SyntaxError.of(
          ParseErrorKind.EXPRESSION_TOO_DEEP, "Expression exceeds maximum complexity", place);
    }
    return new Settings(flags, level + 1, maxLevel, newPlace);
  }
}
