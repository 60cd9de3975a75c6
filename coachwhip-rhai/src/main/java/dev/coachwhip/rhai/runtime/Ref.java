package dev.coachwhip.rhai.runtime;

/**
 * A receiver that a function may replace: the value of a variable, item or property while a method
 * runs on it. Arrays, maps and blobs are changed in place and need none.
 *
 * @param <T> the value's Java type
 */
public final class Ref<T> {

  private T value;
  private final boolean constant;
  private boolean setByScript;

  /** Makes one. */
  public Ref(T value) {
    this(value, false);
  }

  /** Makes one of what may be (part of) a constant. */
  public Ref(T value, boolean constant) {
    this.value = value;
    this.constant = constant;
  }

  /** Tells whether what it refers to is (part of) a constant. */
  public boolean isConstant() {
    return constant;
  }

  /** Returns what it holds now. */
  public T get() {
    return value;
  }

  /** Replaces what it holds. */
  public void set(T value) {
    this.value = value;
  }

  /** Tells whether a script function ran on it, which does not reach into strings and the like. */
  public boolean isSetByScript() {
    return setByScript;
  }

  /** Notes that a script function runs on it. */
  public void markSetByScript() {
    setByScript = true;
  }
}
