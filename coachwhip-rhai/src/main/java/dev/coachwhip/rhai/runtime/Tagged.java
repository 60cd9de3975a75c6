package dev.coachwhip.rhai.runtime;

/**
 * A value with a tag that is not 0. Rare: only generic paths know of it.
 *
 * @param value what is tagged, itself not tagged
 * @param tag not 0
 */
public record Tagged(Object value, int tag) {

  /** Returns the value with a tag, or, for 0, without one. */
  public static Object of(Object value, int tag) {
    Object plain = strip(value);
    return tag == 0 ? plain : new Tagged(plain, tag);
  }

  /** Returns a value's tag; 0 for none. */
  public static int tagOf(Object value) {
    return value instanceof Tagged tagged ? tagged.tag : 0;
  }

  /** Returns the value without its tag. */
  public static Object strip(Object value) {
    return value instanceof Tagged tagged ? tagged.value : value;
  }
}
