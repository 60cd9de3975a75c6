package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScopeVariable;
import dev.coachwhip.rhai.runtime.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Variables of the top level of a script that may call the host. Their values are kept in the run's
 * scope, where the host sees and sets them; the JVM's locals hold where.
 */
public final class Globals {

  private Globals() {}

  /**
   * Makes a variable.
   *
   * @param required the class of its values, if the code relies on it
   */
  public static ScopeVariable declare(
      Object value, Scope scope, String name, @Nullable Class<?> required) {
    ScopeVariable variable = new ScopeVariable(name, value, false, required);
    scope.push(variable);
    return variable;
  }

  /** Makes the boxes for variables that the pieces of a large body share. */
  public static Object[] frame(int length) {
    Object[] frame = new Object[length];
    for (int i = Framing.RESULT + 1; i < length; i++) {
      frame[i] = new ScopeVariable("", Unit.UNIT, false);
    }
    return frame;
  }

  /** Returns what a variable holds. */
  public static Object getA(ScopeVariable variable) {
    return variable.get();
  }

  /** Returns the integer that a variable holds. */
  public static long getJ(ScopeVariable variable) {
    return variable.integer();
  }

  /** Returns the float that a variable holds. */
  public static double getD(ScopeVariable variable) {
    return variable.real();
  }

  /** Returns the boolean that a variable holds. */
  public static boolean getZ(ScopeVariable variable) {
    return (Boolean) variable.get();
  }

  /** Sets a variable. */
  public static void set(Object value, ScopeVariable variable) {
    variable.set(value);
  }

  /** Sets a variable. */
  public static void set(long value, ScopeVariable variable) {
    variable.setInteger(value);
  }

  /** Sets a variable. */
  public static void set(double value, ScopeVariable variable) {
    variable.setReal(value);
  }

  /** Sets a variable. */
  public static void set(boolean value, ScopeVariable variable) {
    variable.set(value);
  }
}
