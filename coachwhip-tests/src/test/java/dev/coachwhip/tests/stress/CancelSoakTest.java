package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.tests.support.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Cancelled runs of every kind, again and again, leave nothing behind: no thread, process, file
 * descriptor or reference (E5). The system property {@code coachwhip.soak.cancels} says how many.
 */
@Tag("python")
@Tag("processes")
@EnabledOnOs(OS.LINUX) // counts what /proc shows
class CancelSoakTest {

  private static final long CANCELS = Long.getLong("coachwhip.soak.cancels", 100);

  /** Of the JVM itself no thread comes or goes, and memory that grows is not Java's heap. */
  private static final String[] FIXED = {
    "-Xms128m",
    "-Xmx128m",
    "-XX:+AlwaysPreTouch",
    "-XX:+UseSerialGC",
    "-XX:-UseDynamicNumberOfCompilerThreads",
  };

  @Test
  void cancels_ofEveryKind_leaveNothingBehind(TestReporter reporter) {
    ChildJvm.Outcome outcome =
        ChildJvm.of(CancelSoak.class)
            .jvmOptions(FIXED)
            .arguments(Long.toString(CANCELS))
            .longest(Duration.ofHours(1))
            .run();
    assertThat(outcome.exitCode()).as("%s%n%s", outcome.output(), outcome.errorOutput()).isZero();
    reporter.publishEntry("soak", outcome.output());
  }
}
