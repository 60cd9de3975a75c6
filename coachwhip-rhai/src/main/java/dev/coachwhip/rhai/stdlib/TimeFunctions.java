package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.Timestamp;

/** BasicTimePackage. Seconds that are floats count down to the millisecond. */
final class TimeFunctions {

  private static final long MILLIS = 1000;
  private static final long NANOS_OF_A_MILLI = 1_000_000;

  private TimeFunctions() {}

  @RhaiFunction
  static Timestamp timestamp() {
    return Timestamp.now();
  }

  /** Returns the seconds since a moment. */
  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static double elapsed(Timestamp start) {
    Timestamp now = Timestamp.now();
    if (start.compareTo(now) > 0) {
      throw RhaiError.arithmetic("Time-stamp is later than now");
    }
    return now.secondsSince(start);
  }

  @RhaiFunction(name = "-")
  static double subtract(Timestamp end, Timestamp start) {
    return end.secondsSince(start);
  }

  @RhaiFunction(name = "+")
  static Timestamp add(Timestamp moment, long seconds) {
    try {
      return moment.plus(seconds, 0);
    } catch (ArithmeticException e) {
      throw overflow("adding", Long.toString(seconds));
    }
  }

  @RhaiFunction(name = "-")
  static Timestamp subtract(Timestamp moment, long seconds) {
    try {
      return moment.minus(seconds, 0);
    } catch (ArithmeticException e) {
      throw overflow("subtracting", Long.toString(seconds));
    }
  }

  @RhaiFunction(name = "+")
  static Timestamp add(Timestamp moment, double seconds) {
    if (seconds < 0) {
      return subtract(moment, -seconds);
    }
    long millis = millis(seconds, "add");
    try {
      return moment.plus(seconds(millis), nanos(millis));
    } catch (ArithmeticException e) {
      throw overflow("adding", PlainFloat.text(seconds));
    }
  }

  @RhaiFunction(name = "-")
  static Timestamp subtract(Timestamp moment, double seconds) {
    if (seconds < 0) {
      return add(moment, -seconds);
    }
    long millis = millis(seconds, "subtract");
    try {
      return moment.minus(seconds(millis), nanos(millis));
    } catch (ArithmeticException e) {
      throw overflow("subtracting", PlainFloat.text(seconds));
    }
  }

  /** Returns milliseconds as an unsigned number; the largest one for more. */
  private static long millis(double seconds, String what) {
    if (seconds > Long.MAX_VALUE) {
      throw RhaiError.arithmetic(
          "Integer overflow for timestamp " + what + ": " + PlainFloat.text(seconds));
    }
    double millis = seconds * MILLIS;
    double half = 0x1p63;
    if (millis < half || Double.isNaN(millis)) {
      return (long) millis;
    }
    return millis < 2 * half ? (long) (millis - half) + Long.MIN_VALUE : -1;
  }

  private static long seconds(long millis) {
    return Long.divideUnsigned(millis, MILLIS);
  }

  private static long nanos(long millis) {
    return Long.remainderUnsigned(millis, MILLIS) * NANOS_OF_A_MILLI;
  }

  private static RhaiError overflow(String what, String seconds) {
    return RhaiError.arithmetic("Timestamp overflow when " + what + " " + seconds + " second(s)");
  }

  @RhaiFunction(name = "+=", pure = false)
  static void addTo(Ref<Timestamp> moment, long seconds) {
    moment.set(add(moment.get(), seconds));
  }

  @RhaiFunction(name = "+=", pure = false)
  static void addTo(Ref<Timestamp> moment, double seconds) {
    moment.set(add(moment.get(), seconds));
  }

  @RhaiFunction(name = "-=", pure = false)
  static void subtractFrom(Ref<Timestamp> moment, long seconds) {
    moment.set(subtract(moment.get(), seconds));
  }

  @RhaiFunction(name = "-=", pure = false)
  static void subtractFrom(Ref<Timestamp> moment, double seconds) {
    moment.set(subtract(moment.get(), seconds));
  }

  @RhaiFunction(name = "==")
  static boolean equal(Timestamp x, Timestamp y) {
    return x.equals(y);
  }

  @RhaiFunction(name = "!=")
  static boolean notEqual(Timestamp x, Timestamp y) {
    return !x.equals(y);
  }

  @RhaiFunction(name = "<")
  static boolean less(Timestamp x, Timestamp y) {
    return x.compareTo(y) < 0;
  }

  @RhaiFunction(name = "<=")
  static boolean lessOrEqual(Timestamp x, Timestamp y) {
    return x.compareTo(y) <= 0;
  }

  @RhaiFunction(name = ">")
  static boolean greater(Timestamp x, Timestamp y) {
    return x.compareTo(y) > 0;
  }

  @RhaiFunction(name = ">=")
  static boolean greaterOrEqual(Timestamp x, Timestamp y) {
    return x.compareTo(y) >= 0;
  }
}
