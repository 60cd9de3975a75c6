package dev.coachwhip.rhai.runtime;

/**
 * A receiver that a function may replace: the value of a variable, item or property while a method
 * runs on it. Arrays, maps and blobs are changed in place and need none.
 *
 * @param <T> the value's Java type
 */
public final class Ref<T> {

  private T value;

  /** Makes one. */
  public Ref(T value) {
    this.value = value;
  }

  /** Returns what it holds now. */
  public T get() {
    return value;
  }

  /** Replaces what it holds. */
  public void set(T value) {
    this.value = value;
  }
}
