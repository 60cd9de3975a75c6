package dev.coachwhip.tests.limits;

import static dev.coachwhip.tests.limits.LimitedEngine.exceeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit of memory, as far as Python's own allocator tells. */
@Tag("python")
@Timeout(60)
class MemoryLimitTest {

  private static final long LIMIT = 20_000_000;

  private static TestEngine python() {
    return LimitedEngine.with(ScriptLimits.none().withMaxMemoryBytes(LIMIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = []\nwhile len(x) < 200: x.append(bytearray(1000000))\nx.clear()",
        "x = []\nfor i in range(3000000): x.append(str(i))",
        "x = bytearray(50000000)\ndel x", // the peak counts, too
        "x = 'x' * 10**15",
        "x = [0] * (2**62)",
        "try:\n  x = bytearray(50000000)\n  while True: pass\nexcept BaseException: pass",
        "import tracemalloc\nx = bytearray(10000000)\ntracemalloc.stop()",
        "import tracemalloc\nx = bytearray(10000000)\ntracemalloc.clear_traces()\nwhile True: pass",
      })
  void maxMemoryBytes_more_isStopped(String text) {
    try (TestEngine python = python()) {
      LimitExceededException error = Objects.requireNonNull(exceeded(python, text));
      assertThat(error)
          .hasMessage("the script took more than its maxMemoryBytes limit of 20000000 bytes");
      assertThat(error.limit()).isEqualTo("maxMemoryBytes");
      assertThat(error.amount()).isEqualTo("20000000 bytes");
      python.engine().clearGlobals();
      assertThat(python.isUsable()).isTrue();
    }
  }

  @Test
  void maxMemoryBytes_within_isFine() {
    try (TestEngine python = python()) {
      for (int i = 0; i < 5; i++) { // what earlier runs keep is theirs
        assertThat(exceeded(python, "x%d = bytearray(10000000)".formatted(i))).isNull();
      }
      assertThat(exceeded(python, "for i in range(50): x = bytearray(5000000)")).isNull();
    }
  }

  @Test
  void maxMemoryBytes_afterTheRun_isNotTraced() {
    try (TestEngine python = python();
        TestEngine other = new TestEngine()) {
      assertThat(python.run("import tracemalloc\ntracemalloc.is_tracing()").asBoolean()).isTrue();
      assertThat(exceeded(python, "x = bytearray(50000000)")).isNotNull();
      assertThat(other.run("import tracemalloc\ntracemalloc.is_tracing()").asBoolean()).isFalse();
    }
  }

  @Test
  void maxMemoryBytes_scriptTraces_keepsTracingAfterwards() {
    try (TestEngine python = python();
        TestEngine other = new TestEngine()) {
      other.run("import tracemalloc\ntracemalloc.start()");
      try {
        assertThat(exceeded(python, "x = bytearray(50000000)")).isNotNull();
        assertThat(other.run("tracemalloc.is_tracing()").asBoolean()).isTrue();
      } finally {
        other.run("tracemalloc.stop()");
      }
    }
  }
}
