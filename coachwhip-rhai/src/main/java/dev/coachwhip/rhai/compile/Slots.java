package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Values;

/**
 * What a captured variable's local holds: its value until a closure is made, and from then on the
 * cell that it shares with closures.
 */
public final class Slots {

  private Slots() {}

  /** Returns the value, not copied. */
  public static Object read(Object slot) {
    return slot instanceof Cell cell ? open(cell).get() : slot;
  }

  private static Cell open(Cell cell) {
    if (cell.isLocked()) {
      throw RhaiError.dataRace("");
    }
    return cell;
  }

  /** Sets the value; returns what the local holds then. */
  public static Object assign(Object slot, Object value) {
    if (slot instanceof Cell cell) {
      open(cell).set(value);
      return cell;
    }
    return value;
  }

  /** Makes the variable shared; returns what the local holds then. */
  public static Object share(Object slot, boolean constant) {
    return slot instanceof Cell ? slot : new Cell(slot, constant);
  }

  /** Checks that the variable may be assigned to, and that no method runs on it. */
  public static void checkAssignable(Object slot, String name, long position) {
    if (slot instanceof Cell cell && open(cell).isConstant()) {
      throw Position.fill(RhaiError.assignmentToConstant(name), position);
    }
  }

  /** Tells whether it was a constant that was captured. */
  public static boolean isConstant(Object slot) {
    return slot instanceof Cell cell && cell.isConstant();
  }

  /** Tells whether it is shared. */
  public static boolean isShared(Object slot) {
    return slot instanceof Cell;
  }

  /** Begins a chain with a method on the variable: nobody else may use it meanwhile. */
  public static void lock(Object slot) {
    if (slot instanceof Cell cell) {
      open(cell).setLocked(true);
    }
  }

  /** Ends what {@link #lock} began. */
  public static void unlock(Object slot) {
    if (slot instanceof Cell cell) {
      cell.setLocked(false);
    }
  }

  /** Returns the value of a variable whose chain has locked it. */
  public static Object readLocked(Object slot) {
    return slot instanceof Cell cell ? cell.get() : slot;
  }

  /** Sets the value of a variable whose chain has locked it; returns what the local holds then. */
  public static Object assignLocked(Object slot, Object value) {
    if (slot instanceof Cell cell) {
      cell.set(value);
      return cell;
    }
    return value;
  }

  /** Returns what a function gets as its first argument: a shared variable's is a copy. */
  public static Ref<Object> argument(Object slot, boolean constant) {
    if (slot instanceof Cell cell) {
      return new Ref<>(Values.copy(open(cell).get()));
    }
    return new Ref<>(constant ? Values.copy(slot) : slot);
  }

  /** Returns what the local holds after a function had the variable as its first argument. */
  public static Object afterCall(Object slot, Ref<Object> argument) {
    return slot instanceof Cell ? slot : argument.get();
  }
}
