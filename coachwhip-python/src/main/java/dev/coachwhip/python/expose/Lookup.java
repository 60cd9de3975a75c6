package dev.coachwhip.python.expose;

import dev.coachwhip.ScriptValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a script's value in Java containers, where 1 is equal to 1 of the same class only: a number
 * is looked for as each class that may hold it.
 */
final class Lookup {

  /** What {@link #key} returns where there is no such key; distinct from a null key. */
  static final Object NONE = new Object();

  private Lookup() {}

  /** Tells whether a collection has the value. */
  static boolean contains(Collection<?> collection, ScriptValue value) {
    for (Object candidate : candidates(value)) {
      try {
        if (collection.contains(candidate)) {
          return true;
        }
      } catch (ClassCastException | NullPointerException e) {
        // A sorted or null-free collection has no such element.
      }
    }
    return false;
  }

  /** Returns the key that a map has for the value, or {@link #NONE}. */
  static @Nullable Object key(Map<?, ?> map, ScriptValue value) {
    for (Object candidate : candidates(value)) {
      try {
        if (map.containsKey(candidate)) {
          return candidate;
        }
      } catch (ClassCastException | NullPointerException e) {
        // A sorted or null-free map has no such key.
      }
    }
    return NONE;
  }

  private static List<@Nullable Object> candidates(ScriptValue value) {
    List<@Nullable Object> candidates = new ArrayList<>();
    candidates.add(value.toJava());
    switch (value.data()) {
      case Long n -> addIntegers(candidates, n);
      case Double d -> addFloats(candidates, d);
      case String s when s.length() == 1 -> candidates.add(s.charAt(0));
      case null, default -> {}
    }
    return candidates;
  }

  private static void addIntegers(List<@Nullable Object> candidates, long n) {
    if (n == (int) n) {
      candidates.add((int) n);
    }
    if (n == (short) n) {
      candidates.add((short) n);
    }
    if (n == (byte) n) {
      candidates.add((byte) n);
    }
    if (n == (long) (double) n) {
      candidates.add((double) n);
    }
  }

  private static void addFloats(List<@Nullable Object> candidates, double d) {
    if (d == (float) d) {
      candidates.add((float) d);
    }
    if (d == Math.rint(d) && Math.abs(d) < 1L << 53) {
      candidates.add((long) d);
      addIntegers(candidates, (long) d);
    }
  }
}
