package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What the system holds for this process at one moment. Linux.
 *
 * @param threads of Java, Python and C
 * @param descriptors open file descriptors
 * @param children processes that have not been waited for
 */
record ProcessReading(long threads, long descriptors, long children) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static ProcessReading now() {
    return new ProcessReading(
        count(Path.of("/proc/self/task")),
        count(Path.of("/proc/self/fd")),
        ProcessHandle.current().children().count());
  }

  /** Returns what is held once it is no more than before, or does not become so. */
  static ProcessReading settledTo(ProcessReading before) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ProcessReading now = now();
    while (!now.isNoMoreThan(before) && System.nanoTime() < end) {
      Thread.onSpinWait();
      now = now();
    }
    return now;
  }

  private boolean isNoMoreThan(ProcessReading before) {
    return threads <= before.threads
        && descriptors <= before.descriptors
        && children <= before.children;
  }

  void checkNoMoreThan(ProcessReading before) {
    assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads);
    assertThat(descriptors).as("file descriptors").isLessThanOrEqualTo(before.descriptors);
    assertThat(children).as("child processes").isLessThanOrEqualTo(before.children);
  }

  private static long count(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
