package dev.coachwhip.rhai.stdlib;

/**
 * The arc tangent, rounded correctly but for about one argument in a million, as that of the GNU C
 * library. Java's differs from it in the last digit for several in a hundred.
 *
 * <p>Computes with pairs of floats, the second one what the first leaves over: the angle of the
 * ratio's nearest sixteenth, which is known, plus a short series for the rest.
 */
final class ArcTangent {

  private static final int STEPS = 16;

  private static final double HALF_PI = 1.5707963267948966;
  private static final double HALF_PI_LOW = 6.123233995736766e-17;

  /** The arc tangents of the sixteenths from 0 to 1. */
  private static final double[] HIGH = {
    0.0,
    0.06241880999595735,
    0.12435499454676144,
    0.18534794999569476,
    0.24497866312686414,
    0.3028848683749714,
    0.35877067027057225,
    0.4124104415973873,
    0.4636476090008061,
    0.5123894603107377,
    0.5585993153435624,
    0.6022873461349642,
    0.6435011087932844,
    0.6823165548747481,
    0.7188299996216245,
    0.7531512809621944,
    0.7853981633974483
  };

  private static final double[] LOW = {
    0.0,
    -1.5490756308295046e-18,
    -3.1253241424539383e-18,
    4.180692268843079e-18,
    1.0698755618734451e-17,
    -1.1010827903001369e-17,
    -2.4623815582638635e-17,
    -1.587652227770689e-17,
    2.2698777452961687e-17,
    -2.5462781472855804e-17,
    -5.4556305485916264e-18,
    2.950430737228402e-17,
    1.5834785051444286e-17,
    6.943223671560008e-18,
    -2.1478388444456983e-17,
    -2.4256934659182068e-17,
    3.061616997868383e-17
  };

  /** Sides this much longer or shorter than 1 are left to Java: products of them overflow. */
  private static final int LARGEST_EXPONENT = 400;

  private ArcTangent() {}

  /** Returns the angle whose tangent it is. */
  static double of(double tangent) {
    return isModerate(tangent)
        ? Math.copySign(angle(Math.abs(tangent), 1, false), tangent)
        : Math.atan(tangent);
  }

  /** Returns the angle of the point (x, y). */
  static double of(double y, double x) {
    return isModerate(x) && isModerate(y)
        ? Math.copySign(angle(Math.abs(y), Math.abs(x), x < 0), y)
        : ofExtremes(y, x);
  }

  private static boolean isModerate(double x) {
    return Math.abs(Math.getExponent(x)) < LARGEST_EXPONENT;
  }

  private static double ofExtremes(double y, double x) {
    boolean quarter = Math.getExponent(y) - Math.getExponent(x) > Double.PRECISION;
    return quarter && Double.isFinite(y) ? Math.copySign(HALF_PI, y) : Math.atan2(y, x);
  }

  /** Returns the angle of a point in the first quadrant, or of its mirror image in the second. */
  private static double angle(double y, double x, boolean mirrored) {
    double longer = Math.max(x, y);
    double shorter = Math.min(x, y);
    double ratio = shorter / longer;
    double ratioLow = Math.fma(-ratio, longer, shorter) / longer;
    int step = (int) Math.rint(ratio * STEPS);
    double c = (double) step / STEPS;
    // The tangent of what is left: (ratio - c) / (1 + ratio * c)
    double above = ratio - c;
    double below = 1 + ratio * c;
    double belowLow = Math.fma(ratio, c, 1 - below);
    double z = (above + ratioLow) / below;
    double zLow = (Math.fma(-z, below, above) + ratioLow - z * (belowLow + ratioLow * c)) / below;
    double high = HIGH[step] + z;
    double low = HIGH[step] - high + z + (LOW[step] + zLow - series(z));
    if (step == 0) {
      high = z;
      low = zLow - series(z);
    }
    boolean steep = y > x;
    if (steep == mirrored) {
      return mirrored ? turned(1, high, low) : high + low;
    }
    return steep ? turned(1, -high, -low) : turned(2, -high, -low);
  }

  /** Returns a sum with so many right angles. */
  private static double turned(int angles, double high, double low) {
    double whole = angles * HALF_PI;
    double sum = whole + high;
    return sum + (whole - sum + high + (angles * HALF_PI_LOW + low));
  }

  /** Returns what the arc tangent of a small number is less than the number. */
  private static double series(double z) {
    double square = z * z;
    double sum = 1.0 / 13;
    for (int divisor = 11; divisor > 1; divisor -= 2) {
      sum = 1.0 / divisor - square * sum;
    }
    return z * square * sum;
  }
}
