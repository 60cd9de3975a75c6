package dev.coachwhip.tests.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.tests.support.TestEngine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user reads of an error, compared with texts beside the scripts. They are those of CPython
 * 3.14, as messages and ranges differ between versions. To write them anew, run with {@code
 * -Dcoachwhip.writeGolden=FOLDER}, and read the difference.
 */
@Tag("python")
@Timeout(60)
class ErrorReportGoldenTest {

  private static final TestEngine PYTHON = new TestEngine();
  private static final ScriptEngine ENGINE = PYTHON.engine();

  @AfterAll
  static void close() {
    PYTHON.close();
  }

  static Stream<ErrorCase> cases() {
    return ErrorCase.all("report");
  }

  private static Object move() throws IOException {
    throw new FileNotFoundException("/dev/stage0");
  }

  private static Object call(Arguments arguments) {
    return ENGINE.call(arguments.asString(0), arguments.get(1).toJava());
  }

  private static Object wrap(Arguments arguments) {
    try {
      return call(arguments);
    } catch (ScriptException e) {
      throw new IllegalStateException("the stage refused", e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void report_script_isAsWritten(ErrorCase script) throws IOException {
    Assumptions.assumeTrue(
        ENGINE.executeScript("import sys\nsys.version_info[:2] == (3, 14)").asBoolean());
    ENGINE.registerFunction("move", _ -> move());
    ENGINE.registerFunction("call", ErrorReportGoldenTest::call);
    ENGINE.registerFunction("wrap", ErrorReportGoldenTest::wrap);
    ScriptSource source = ScriptSource.of(script.name() + ".py", script.text());
    ScriptException error =
        catchThrowableOfType(ScriptException.class, () -> ENGINE.executeScript(source));
    // Lines of this class, and the names of its lambdas, change with it.
    String found =
        error
                .report()
                .replaceAll("(GoldenTest\\.java):\\d+", "$1:N")
                .replaceAll("lambda\\$.*? ", "lambda ")
            + "\n";
    Path golden = Path.of(script.file().toString().replace(".py", ".txt"));
    String folder = System.getProperty("coachwhip.writeGolden");
    if (folder != null) {
      Files.writeString(Path.of(folder).resolve(golden.getFileName()), found);
      return;
    }
    assertThat(found).isEqualTo(Files.readString(golden));
  }
}
