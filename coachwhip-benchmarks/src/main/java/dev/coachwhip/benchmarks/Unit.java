package dev.coachwhip.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import org.openjdk.jmh.results.Result;

/** In what a figure is shown. */
enum Unit {
  NONE("", 1),
  NANOSECONDS("ns", 1),
  MICROSECONDS("µs", 1e3),
  MILLISECONDS("ms", 1e6);

  private final String symbol;
  private final double size;

  Unit(String symbol, double size) {
    this.symbol = symbol;
    this.size = size;
  }

  /** Returns the largest unit of which a time is at least two. */
  static Unit of(double nanos) {
    return nanos < 2 * MICROSECONDS.size
        ? NANOSECONDS
        : nanos < 2 * MILLISECONDS.size ? MICROSECONDS : MILLISECONDS;
  }

  /** Returns the median of a benchmark's times in nanoseconds. */
  static double nanos(Result<?> result) {
    return switch (result.getScoreUnit()) {
      case "ns/op" -> median(result);
      case "us/op" -> median(result) * MICROSECONDS.size;
      case "ms/op" -> median(result) * MILLISECONDS.size;
      default -> throw new IllegalArgumentException(result.getScoreUnit());
    };
  }

  static double median(Result<?> result) {
    return result.getStatistics().getPercentile(50);
  }

  static String withSymbol(double nanos) {
    Unit unit = of(nanos);
    return unit.format(nanos) + " " + unit.symbol;
  }

  String symbol() {
    return symbol;
  }

  /** Returns a figure in this unit, to three digits. */
  String format(double figure) {
    return BigDecimal.valueOf(figure / size)
        .round(new MathContext(3))
        .stripTrailingZeros()
        .toPlainString();
  }
}
