package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the case of a {@code switch} by hashing: for labels that are constants, in a switch without
 * guards. Equal values come before ranges.
 */
final class CaseTable {

  private record Range(RhaiRange range, int number) {}

  private final Map<Object, Integer> byValue = new HashMap<>();
  private final List<Range> ranges = new ArrayList<>();

  /** Adds a value of a case; the first case of a value counts. */
  void add(Object label, int number) {
    byValue.putIfAbsent(key(label), number);
  }

  /** Adds a range of a case, after those that come before it. */
  void add(RhaiRange range, int number) {
    ranges.add(new Range(range, number));
  }

  private static Object key(Object value) {
    return value instanceof RhaiString text ? text.toString() : value;
  }

  /** Returns the number of the case of a value that can be hashed; null if there is none. */
  @Nullable Integer find(Object subject) {
    Integer number = byValue.get(key(subject));
    if (number != null) {
      return number;
    }
    for (Range each : ranges) {
      if (Literals.isWithin(subject, each.range)) {
        return each.number;
      }
    }
    return null;
  }
}
