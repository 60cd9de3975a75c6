package dev.coachwhip.rhai.runtime;

/**
 * A {@code u8}, which scripts meet when they iterate over a blob; it has none of the operators of
 * integers.
 *
 * @param value 0 to 255
 */
public record UnsignedByte(int value) {
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
