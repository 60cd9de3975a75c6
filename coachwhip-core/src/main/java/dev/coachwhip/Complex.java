package dev.coachwhip;

/**
 * A complex number of a script, such as Python's {@code complex} or an element of a {@code
 * complex128} array.
 *
 * <p>Equality is that of {@link Double}: NaN equals NaN, and 0.0 does not equal -0.0.
 *
 * @param real the real part
 * @param imaginary the imaginary part, in the same unit
 */
public record Complex(double real, double imaginary) {

  /** Returns the number as Python writes it, such as {@code "(1.5-2.0j)"}. */
  @Override
  public String toString() {
    String sign = imaginary < 0 || 1 / imaginary < 0 ? "" : "+";
    return "(" + real + sign + imaginary + "j)";
  }
}
