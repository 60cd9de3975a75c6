package dev.coachwhip.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a benchmark is called in {@code docs/performance.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Row {

  /** Returns what it does, in a few words. */
  String value();

  /**
   * Returns the most that Coachwhip may take, in nanoseconds, or the most that the ratio may be; 0
   * if there is no target.
   */
  double target() default 0;
}
