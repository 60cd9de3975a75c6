package dev.coachwhip.python.convert;

import java.math.BigInteger;
import java.time.Duration;
import java.util.StringJoiner;

/** Prints durations as Python does, and NumPy's as that does. */
final class DurationText {

  private static final int NANOS_IN_SECOND = 1_000_000_000;
  private static final int NANOS_IN_MICRO = 1000;

  /** A unit of NumPy's, its short name and its long one. */
  private record Unit(String symbol, String name, int nanos) {}

  /** The largest first, of which the first that is exact is taken, as on the way to Python. */
  private static final Unit[] UNITS = {
    new Unit("s", "seconds", NANOS_IN_SECOND),
    new Unit("ms", "milliseconds", 1_000_000),
    new Unit("us", "microseconds", NANOS_IN_MICRO),
    new Unit("ns", "nanoseconds", 1)
  };

  private DurationText() {}

  static String str(Duration duration, String typeName) {
    return isNumPy(typeName) ? count(duration) + " " + unit(duration).name() : str(duration);
  }

  private static String str(Duration duration) {
    long days = Durations.days(duration);
    long seconds = Durations.seconds(duration);
    String dayText = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
    return "%s%d:%02d:%02d%s"
        .formatted(
            dayText,
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60,
            fraction(duration.toNanosPart()));
  }

  /** Returns the digits after the second's point, with it; nothing for whole seconds. */
  static String fraction(int nanos) {
    if (nanos == 0) {
      return "";
    }
    return nanos % NANOS_IN_MICRO == 0
        ? ".%06d".formatted(nanos / NANOS_IN_MICRO)
        : ".%09d".formatted(nanos);
  }

  static String repr(Duration duration, String typeName) {
    if (isNumPy(typeName)) {
      return "np.timedelta64(" + count(duration) + ",'" + unit(duration).symbol() + "')";
    }
    StringJoiner out =
        new StringJoiner(", ", TimeRepr.className(typeName, "datetime.timedelta") + "(", ")");
    add(out, "days", Durations.days(duration));
    add(out, "seconds", Durations.seconds(duration));
    add(out, "microseconds", Durations.micros(duration));
    return duration.isZero() ? out.add("0").toString() : out.toString();
  }

  private static void add(StringJoiner out, String name, long number) {
    if (number != 0) {
      out.add(name + "=" + number);
    }
  }

  private static boolean isNumPy(String typeName) {
    return typeName.equals("timedelta64");
  }

  private static Unit unit(Duration duration) {
    int i = 0;
    while (duration.toNanosPart() % UNITS[i].nanos() != 0) {
      i++;
    }
    return UNITS[i];
  }

  private static BigInteger count(Duration duration) {
    int nanos = unit(duration).nanos();
    return BigInteger.valueOf(duration.toSeconds())
        .multiply(BigInteger.valueOf(NANOS_IN_SECOND / nanos))
        .add(BigInteger.valueOf(duration.toNanosPart() / nanos));
  }
}
