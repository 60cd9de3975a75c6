package dev.coachwhip.tests.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.tests.support.TestEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit of operations stops what goes on for long, whatever it is. */
@Tag("python")
@Timeout(60)
class OperationLimitTest {

  private static TestEngine limitedTo(long operations) {
    return new TestEngine(
        ScriptEngines.builder("python")
            .limits(ScriptLimits.none().withMaxOperations(operations)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "while True:\n  pass",
        "[i for i in iter(int, 1)]",
        "sum(i for i in iter(int, 1))",
        "sum(1 for i in range(10**9))",
        "def f():\n  return 1\nwhile True: f()",
        "list(map(lambda x: x, iter(int, 1)))",
        "def g():\n  while True: yield 1\nfor _ in g(): pass",
        "class A:\n  while True:\n    pass",
        "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
        "try:\n  while True: pass\nfinally:\n  while True: pass",
        "exec('while True: pass')",
        "eval('[0 for _ in iter(int, 1)]')",
        "sorted([3, 2, 1] * 100000, key=lambda x: x)",
        "import re\nre.sub('a', lambda m: 'b', 'a' * 100000)",
        "class A:\n  def __lt__(self, o): return True\nsorted([A() for _ in range(50000)])",
      })
  void maxOperations_endlessScript_isStopped(String text) {
    try (TestEngine python = limitedTo(10_000)) {
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> python.run(text))
          .withMessageContaining(
              "the script did more than its maxOperations limit of 10000 operations")
          .satisfies(e -> assertThat(e.limit()).isEqualTo("maxOperations"))
          .satisfies(e -> assertThat(e.amount()).isEqualTo("10000 operations"));
      assertThat(python.isUsable()).isTrue();
    }
  }

  @Test
  void maxOperations_justEnough_runsToTheEnd() {
    // two lines, and ten times the loop's line and its body, and the loop's line at its end
    String text = "total = 0\nfor i in range(10):\n  total += i\ntotal";
    try (TestEngine enough = limitedTo(26);
        TestEngine oneTooFew = limitedTo(20)) {
      assertThat(enough.run(text).asLong()).isEqualTo(45);
      assertThat(enough.run(text).asLong()).isEqualTo(45); // each run counts from zero
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> oneTooFew.run(text))
          .satisfies(e -> assertThat(e.location().orElseThrow().line()).isEqualTo(3));
    }
  }
}
