package dev.coachwhip.rhai.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A variable of one version of a function. Its type is the join of all that is assigned to it. A
 * captured variable holds a plain value until a closure is made, and a cell from then on.
 */
public final class Variable {

  private final String name;
  private final boolean constant;
  private Type type = Type.NOTHING;
  private boolean captured;
  private boolean global;
  private boolean kept;
  private @Nullable Type fixed;
  private int slot = -1;
  private int variablesBefore;
  private int localsBefore;
  private int frame = -1;

  /** Makes one. */
  public Variable(String name, boolean constant) {
    this.name = name;
    this.constant = constant;
  }

  public String name() {
    return name;
  }

  /** Tells whether it was declared with {@code const}. */
  public boolean isConstant() {
    return constant;
  }

  /** Returns what it may hold; {@link Type#NOTHING} before the inference. */
  public Type type() {
    return type;
  }

  /** Adds a type that it may hold; tells whether that is news. */
  public boolean addType(Type added) {
    Type joined = type.join(captured ? (added == Type.NOTHING ? added : Type.DYNAMIC) : added);
    if (joined == type) {
      return false;
    }
    type = joined;
    return true;
  }

  /** Tells whether a closure captures it. */
  public boolean isCaptured() {
    return captured;
  }

  void capture() {
    captured = true;
  }

  /** Tells whether it belongs to the outermost block of a script, and so to the run's scope. */
  public boolean isGlobal() {
    return global;
  }

  /**
   * Says that it belongs to the outermost block of a script.
   *
   * @param seen whether the host may look at it and change it while the script runs
   */
  void makeGlobal(boolean seen) {
    global = true;
    kept = seen && !constant;
  }

  /** Tells whether its value is kept in the run's scope, and its JVM local holds where. */
  public boolean isKeptInScope() {
    return kept;
  }

  /** Returns how many variables are visible where it is declared, without those of the scope. */
  public int variablesBefore() {
    return variablesBefore;
  }

  /** Returns how many of these are not of the outermost block of a script. */
  public int localsBefore() {
    return localsBefore;
  }

  void setBefore(int variables, int locals) {
    variablesBefore = variables;
    localsBefore = locals;
  }

  void makeParameter(Type given) {
    fixed = given;
  }

  /** Returns the type that the caller gives a parameter, else null. */
  public @Nullable Type given() {
    return fixed;
  }

  /** Returns the JVM local that holds it; below 0 before one is assigned. */
  public int slot() {
    return slot;
  }

  public void setSlot(int slot) {
    this.slot = slot;
  }

  /** Tells whether it lives in the frame that the pieces of a large body share. */
  public boolean isFramed() {
    return frame >= 0;
  }

  /** Returns its place in the frame. */
  public int frameIndex() {
    return frame;
  }

  public void putInFrame(int index) {
    frame = index;
  }
}
