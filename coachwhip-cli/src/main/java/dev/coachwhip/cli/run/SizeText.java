package dev.coachwhip.cli.run;

import java.math.BigDecimal;

/** A size as people write it: {@code 500000} (bytes), {@code 64k}, {@code 200M}, {@code 1.5G}. */
public final class SizeText {

  private static final long UNIT = 1024;

  private SizeText() {}

  /**
   * Reads a size in bytes; k, M and G are powers of 1024.
   *
   * @throws UsageException if it is malformed, not positive, or no whole number of bytes
   */
  public static long parse(String text) {
    long unit = text.isEmpty() ? 0 : bytesPer(text.charAt(text.length() - 1));
    String number = unit > 1 ? text.substring(0, text.length() - 1) : text;
    if (NumberForm.of(number) == NumberForm.NONE) {
      throw bad(text);
    }
    try {
      long bytes = new BigDecimal(number).multiply(BigDecimal.valueOf(unit)).longValueExact();
      if (bytes > 0) {
        return bytes;
      }
    } catch (ArithmeticException e) {
      throw new UsageException("'" + text + "' is no whole number of bytes, or too large", e);
    }
    throw bad(text);
  }

  private static long bytesPer(char unit) {
    return switch (unit) {
      case 'k', 'K' -> UNIT;
      case 'm', 'M' -> UNIT * UNIT;
      case 'g', 'G' -> UNIT * UNIT * UNIT;
      default -> 1;
    };
  }

  private static UsageException bad(String text) {
    return new UsageException(
        "'" + text + "' is not a size above zero; write it like 500000, 64k, 200M or 1.5G");
  }
}
