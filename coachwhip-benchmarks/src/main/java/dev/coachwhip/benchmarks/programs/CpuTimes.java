package dev.coachwhip.benchmarks.programs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Processor times: on a machine that others use too, nothing else can be compared. */
final class CpuTimes {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuTimes() {}

  /** Does something. */
  @FunctionalInterface
  interface Action {
    void run();
  }

  /**
   * Returns the milliseconds of processor time that an action takes on this thread. The compilers'
   * threads and the collector's do not count.
   */
  static double millis(Action action) {
    long before = THREADS.getCurrentThreadCpuTime();
    action.run();
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
  }

  /** Returns the median. */
  static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
