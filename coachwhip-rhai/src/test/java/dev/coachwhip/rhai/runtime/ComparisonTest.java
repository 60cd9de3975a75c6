package dev.coachwhip.rhai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  @Test
  void equal_almostTheSame_isTrue() {
    assertThat(Comparison.equal(0.1 + 0.2, 0.3)).isTrue();
    assertThat(Comparison.notEqual(0.1 + 0.2, 0.3)).isFalse();
    assertThat(Comparison.equal(1e-17, 0)).isTrue();
    assertThat(Comparison.equal(1, 1.000000000000001)).isFalse();
    assertThat(Comparison.greater(1.0, 0.9999999999999999)).isFalse();
    assertThat(Comparison.greaterOrEqual(0.9999999999999999, 1.0)).isTrue();
  }

  @Test
  void all_besideInfinity_areFalse() {
    for (double other : new double[] {1, 0, INFINITY, -INFINITY}) {
      assertThat(answers(INFINITY, other)).as("inf and %s", other).isEqualTo("------");
      assertThat(answers(other, INFINITY)).as("%s and inf", other).isEqualTo("------");
    }
  }

  @Test
  void all_besideNaN_areFalseButForZero() {
    assertThat(answers(NAN, 1)).isEqualTo("------");
    assertThat(answers(NAN, NAN)).isEqualTo("------");
    assertThat(answers(NAN, INFINITY)).isEqualTo("------");
    assertThat(answers(NAN, 0)).isEqualTo("=--L-G");
    assertThat(answers(-0.0, NAN)).isEqualTo("=--L-G");
  }

  @Test
  void all_forAnyFloats_agreeWithTheDefinition() {
    long seed = 42;
    Random random = new Random(seed);
    double[] special = {
      0, -0.0, 1, -1, 1e308, -1e308, Double.MIN_VALUE, 1e-200, INFINITY, NAN, Math.nextUp(1.0)
    };
    for (int i = 0; i < 200_000; i++) {
      double x = pick(random, special);
      double y =
          random.nextInt(3) == 0 ? x + Math.ulp(x) * random.nextInt(-3, 4) : pick(random, special);
      assertThat(answers(x, y)).as("seed %d: %s and %s", seed, x, y).isEqualTo(defined(x, y));
    }
  }

  private static double pick(Random random, double[] special) {
    return switch (random.nextInt(3)) {
      case 0 -> special[random.nextInt(special.length)];
      case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(-300, 300));
      default -> random.nextInt(-3, 4);
    };
  }

  private static String answers(double x, double y) {
    return (Comparison.equal(x, y) ? "=" : "-")
        + (Comparison.notEqual(x, y) ? "!" : "-")
        + (Comparison.less(x, y) ? "l" : "-")
        + (Comparison.lessOrEqual(x, y) ? "L" : "-")
        + (Comparison.greater(x, y) ? "g" : "-")
        + (Comparison.greaterOrEqual(x, y) ? "G" : "-");
  }

  // As Rhai's source has it, where the maximum of NaN and a number is the number.
  private static String defined(double x, double y) {
    double max = x * y == 0 ? 1 : maximum(Math.abs(x), Math.abs(y));
    double epsilon = Math.ulp(1.0);
    boolean zero = max == 0;
    return (zero || Math.abs(x - y) / max <= epsilon ? "=" : "-")
        + (!zero && Math.abs(x - y) / max > epsilon ? "!" : "-")
        + (!zero && (y - x) / max > epsilon ? "l" : "-")
        + (zero || (y - x) / max > -epsilon ? "L" : "-")
        + (!zero && (x - y) / max > epsilon ? "g" : "-")
        + (zero || (x - y) / max > -epsilon ? "G" : "-");
  }

  private static double maximum(double x, double y) {
    if (Double.isNaN(x)) {
      return y;
    }
    return Double.isNaN(y) ? x : Math.max(x, y);
  }
}
