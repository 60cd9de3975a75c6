package dev.coachwhip.rhai.runtime;

/** A variable that a closure captured: both sides share it. Used by one thread at a time. */
public final class Cell {

  private Object value;
  private final boolean constant;
  private boolean locked;

  /** Makes one. */
  public Cell(Object value) {
    this(value, false);
  }

  /** Makes one of a variable or a constant. */
  public Cell(Object value, boolean constant) {
    this.value = value;
    this.constant = constant;
  }

  /** Tells whether it was a constant that was captured. */
  public boolean isConstant() {
    return constant;
  }

  /** Returns what it holds, not copied. */
  public Object get() {
    return value;
  }

  /** Replaces what it holds. */
  public void set(Object value) {
    this.value = value;
  }

  /** Tells whether a method runs on it, when any other use is {@code ErrorDataRace}. */
  public boolean isLocked() {
    return locked;
  }

  /** Notes that a method begins or ends to run on it. */
  public void setLocked(boolean locked) {
    this.locked = locked;
  }
}
