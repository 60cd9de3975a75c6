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

/** A limit of output: what fits is written, then the script is stopped. */
@Tag("python")
@Timeout(60)
class OutputLimitTest {

  private static TestEngine withOutput(long bytes) {
    return LimitedEngine.with(ScriptLimits.none().withMaxOutputBytes(bytes));
  }

  @Test
  void maxOutputBytes_justReached_isFine() {
    try (TestEngine python = withOutput(10)) {
      assertThat(exceeded(python, "print('123456789')")).isNull();
      assertThat(exceeded(python, "print('abcdefghi')")).isNull(); // each run counts from zero
      assertThat(python.printed()).isEqualTo("123456789\nabcdefghi\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print('1234567890')\nprint('never')",
        "print('1234567890ab', end='')",
        "import sys\nsys.stderr.write('1234567890ab')",
        "import sys\nprint('12345')\nsys.stderr.write('7890\\n')\nwhile True: pass",
        "while True: print('1', end='')",
        "while True:\n  try: print('1')\n  except BaseException: pass",
        "import threading\nt = threading.Thread(target=print, args=('1234567890ab',))\n"
            + "t.start()\nt.join()\nwhile True: pass",
        "import asyncio\nawait asyncio.sleep(0)\nprint('1234567890ab')\nwhile True: pass",
        "print('1234567890ab')\nraise ValueError",
      })
  void maxOutputBytes_more_isCutAndStopped(String text) {
    try (TestEngine python = withOutput(10)) {
      LimitExceededException error = Objects.requireNonNull(exceeded(python, text));
      assertThat(error)
          .hasMessage("the script printed more than its maxOutputBytes limit of 10 bytes");
      assertThat(error.limit()).isEqualTo("maxOutputBytes");
      assertThat(error.amount()).isEqualTo("10 bytes");
      assertThat(python.printed()).hasSize(10);
      assertThat(exceeded(python, "print('next')")).isNull();
      assertThat(python.printed()).hasSize(15).endsWith("next\n");
    }
  }

  @Test
  void maxOutputBytes_otherLimitsNone_codeIsNotTraced() {
    try (TestEngine python = withOutput(1000)) {
      python.engine().registerFunction("again", _ -> python.run("print('inner')"));
      assertThat(exceeded(python, "import sys\nassert sys.gettrace() is None\nprint('x')"))
          .isNull();
    }
  }
}
