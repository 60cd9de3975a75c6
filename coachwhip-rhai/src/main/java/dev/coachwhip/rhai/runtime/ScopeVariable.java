package dev.coachwhip.rhai.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a {@link Scope}. Compiled code that calls the host keeps its variables of the top
 * level in these, so that the host sees and changes them while the script runs. One thread.
 */
@SuppressWarnings("ReferenceEquality") // marks, compared by identity on purpose
public final class ScopeVariable {

  // A number that compiled code stores is boxed only when somebody else looks.

  private enum Unboxed {
    INTEGER,
    FLOAT
  }

  private final String name;
  private Object value;
  private long number;
  private boolean constant;
  private @Nullable Class<?> required;
  private List<String> aliases = List.of();

  /** Makes one. */
  public ScopeVariable(String name, Object value, boolean constant) {
    this(name, value, constant, null);
  }

  /**
   * Makes one that compiled code keeps at hand.
   *
   * @param required the class of all values that the code stores, which it relies on; null if it
   *     does not
   */
  public ScopeVariable(String name, Object value, boolean constant, @Nullable Class<?> required) {
    this.name = name;
    this.value = value;
    this.constant = constant;
    this.required = required;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns what it holds, not copied; a {@link Cell} is not looked into. */
  public Object get() {
    if (value instanceof Unboxed kind) {
      return kind == Unboxed.INTEGER ? (Object) number : (Object) Double.longBitsToDouble(number);
    }
    return value;
  }

  /** Replaces what it holds, for the code that keeps it at hand. */
  public void set(Object value) {
    this.value = value;
  }

  /**
   * Replaces what it holds, for others than the code that keeps it at hand.
   *
   * @throws RhaiError if that code relies on values of another class
   */
  void replace(Object replacement) {
    Class<?> wanted = required;
    if (wanted != null && !wanted.isInstance(replacement)) {
      throw RhaiError.thrown(
          RhaiString.of(
              "the script that runs relies on '%s' being of type %s, so it cannot become of type %s"
                  .formatted(name, Values.typeName(get()), Values.typeName(replacement))));
    }
    value = replacement;
  }

  /** Returns the integer that it holds. */
  public long integer() {
    return value == Unboxed.INTEGER ? number : (Long) value;
  }

  /** Makes it hold an integer. */
  public void setInteger(long integer) {
    number = integer;
    value = Unboxed.INTEGER;
  }

  /** Returns the float that it holds. */
  public double real() {
    return value == Unboxed.FLOAT ? Double.longBitsToDouble(number) : (Double) value;
  }

  /** Makes it hold a float. */
  public void setReal(double real) {
    number = Double.doubleToRawLongBits(real);
    value = Unboxed.FLOAT;
  }

  boolean isConstant() {
    return constant;
  }

  void setConstant(boolean constant) {
    this.constant = constant;
  }

  /** No code keeps it at hand any more: it may hold any value. */
  void release() {
    required = null;
  }

  void export(String alias) {
    if (!aliases.contains(alias)) {
      List<String> more = new ArrayList<>(aliases);
      more.add(alias);
      aliases = List.copyOf(more);
    }
  }

  List<String> aliases() {
    return aliases;
  }
}
