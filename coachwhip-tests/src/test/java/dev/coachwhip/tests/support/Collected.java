package dev.coachwhip.tests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for garbage collections to have their effect: what a script's value holds in Python is
 * released after Java has collected the value and a thread has attached.
 */
public final class Collected {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Collected() {}

  /** Collects until a value is as expected; fails if it does not become so. */
  public static <T> void untilEqual(Supplier<T> actual, T expected) {
    assertThat(until(actual, expected::equals)).isEqualTo(expected);
  }

  /** Collects until a number is no larger than expected; fails if it does not become so. */
  public static void untilAtMost(Supplier<Integer> actual, int expected) {
    assertThat(until(actual, found -> found <= expected)).isLessThanOrEqualTo(expected);
  }

  private static <T> T until(Supplier<T> actual, Predicate<T> condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    T found = actual.get();
    while (!condition.test(found) && System.nanoTime() < end) {
      System.gc();
      found = actual.get();
    }
    return found;
  }
}
