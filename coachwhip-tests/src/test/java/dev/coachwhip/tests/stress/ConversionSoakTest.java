package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.tests.support.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Conversions of every kind both ways, again and again, leave nothing behind: no references, no
 * memory of Python's or of the JVM's; a large frame is not copied (V, F1).
 *
 * <p>The system properties {@code coachwhip.soak.conversions} and {@code coachwhip.soak.frames} say
 * how many.
 */
@Tag("python")
@Tag("processes")
class ConversionSoakTest {

  private static final long CONVERSIONS = Long.getLong("coachwhip.soak.conversions", 200_000);
  private static final long FRAMES = Long.getLong("coachwhip.soak.frames", 100_000);

  /** A fixed size, so that memory of the process that grows is not Java's heap. */
  private static final String[] HEAP = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"};

  @Test
  void conversions_manyOfEveryKind_leaveNothingBehind(TestReporter reporter) {
    ChildJvm.Outcome outcome =
        ChildJvm.of(ConversionSoak.class)
            .jvmOptions(HEAP)
            .arguments(Long.toString(CONVERSIONS), Long.toString(FRAMES))
            .longest(Duration.ofHours(3))
            .run();
    assertThat(outcome.exitCode()).as("%s%n%s", outcome.output(), outcome.errorOutput()).isZero();
    reporter.publishEntry("soak", outcome.output());
  }
}
