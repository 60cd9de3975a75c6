package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** pandas' times extend those of Python, but have more. */
@Tag("python")
@DisplayName("V: pandas' times")
class PandasTimesTest {

  private static final String INSTALLED =
      "import importlib.util\nimportlib.util.find_spec('pandas') is not None";

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void importPandas() {
    assumeTrue(python.run(INSTALLED).asBoolean(), "pandas is not installed");
    python.run("import pandas as pd");
  }

  @AfterEach
  void close() {
    python.close();
  }

  @Test
  void times_keepTheirNanoseconds() {
    assertThat(python.run("pd.Timestamp('2024-01-01T00:00:00.123456789')").toJava())
        .isEqualTo(LocalDateTime.parse("2024-01-01T00:00:00.123456789"));
    assertThat(python.run("pd.Timestamp('2024-01-01T00:00:00.000000001Z')").toJava())
        .isEqualTo(OffsetDateTime.parse("2024-01-01T00:00:00.000000001Z"));
    assertThat(python.run("pd.Timedelta(-1, 'ns')").toJava()).isEqualTo(Duration.ofNanos(-1));
  }

  @Test
  void notATime_staysInPython() {
    assertThat(python.run("pd.NaT").isReference()).isTrue();
  }
}
