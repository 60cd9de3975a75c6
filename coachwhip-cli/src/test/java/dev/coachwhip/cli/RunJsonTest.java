package dev.coachwhip.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.cli.json.JsonText;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunJsonTest extends ProgramTest {

  /** Returns the one object printed, read back. */
  private Map<?, ?> printed() {
    return (Map<?, ?>) requireNonNull(JsonText.parse(out()));
  }

  private Map<?, ?> printedError() {
    return (Map<?, ?>) requireNonNull(printed().get("error"));
  }

  @Test
  void json_result_holdsTypeValueAndOutput() {
    String script = script("a.fake", "print hello", "eprint oops", "int 5");
    assertThat(coachwhip("run", "--json", script)).isZero();
    assertThat(err()).isEmpty();
    assertThat((Object) printed())
        .isEqualTo(
            Map.of(
                "ok",
                true,
                "type",
                "int",
                "value",
                5L,
                "output",
                "hello" + System.lineSeparator(),
                "errorOutput",
                "oops" + System.lineSeparator()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "null",
        "-123456789012345678901234567890",
        "0.1",
        "[1,[2.5,\"x\"],{}]",
        "{\"a\":{\"b\":[null,false]},\"\":\"\"}",
        "\"\\u00e9 \\ud83d\\ude00 \\ud800 \\n \\\"\""
      })
  void json_valueGivenAsGlobal_comesBackTheSame(String value) {
    coachwhip("run", "--json", script("a.fake", "get x"), "-g", "x=" + value);
    assertThat(printed().get("value")).isEqualTo(JsonText.parse(value));
    assertThat(out()).matches("\\p{ASCII}*");
  }

  @Test
  void json_integerOfAnySize_staysExact() {
    BigInteger huge = BigInteger.TEN.pow(5000);
    coachwhip("run", "--json", script("a.fake", "int " + huge));
    assertThat(printed().get("value")).isEqualTo(huge);
  }

  @Test
  void json_failure_holdsTheWholeError() {
    String script = script("a.fake", "print before", "fail bad");
    assertThat(coachwhip("run", "--json", script)).isEqualTo(1);
    assertThat(printed().get("ok")).isEqualTo(false);
    assertThat(printed().get("output")).asString().startsWith("before");
    Map<?, ?> error = printedError();
    assertThat(error.get("code")).isEqualTo("RUNTIME");
    assertThat(error.get("type")).isEqualTo("FakeError");
    assertThat(error.get("message")).isEqualTo("bad");
    assertThat(error.get("traceback")).isEqualTo("traceback of bad");
    assertThat(error.get("location"))
        .isEqualTo(
            Map.of(
                "source", script,
                "line", 2L,
                "column", 1L,
                "endLine", 2L,
                "endColumn", 9L,
                "sourceLine", "fail bad"));
    assertThat(error.get("frames"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .extracting(frame -> frame.get("function"))
        .containsExactly("inner", "top");
    assertThat(error.get("causes"))
        .isEqualTo(
            List.of(
                Map.of(
                    "code", "HOST",
                    "type", "java.lang.ArithmeticException",
                    "message", "the cause")));
  }

  @Test
  void json_syntaxError_hasItsCode() {
    assertThat(coachwhip("run", "--json", script("a.fake", "bogus"))).isEqualTo(3);
    assertThat(printedError().get("code")).isEqualTo("SYNTAX");
  }

  @Test
  void json_timeLimit_namesTheLimit() {
    assertThat(coachwhip("run", "--json", "--timeout", "20ms", script("a.fake", "wait")))
        .isEqualTo(4);
    assertThat(printedError().get("code")).isEqualTo("LIMIT_EXCEEDED");
    assertThat(printedError().get("limit")).isEqualTo("wallTime");
  }

  @Test
  void json_exitWithZero_isOk() {
    assertThat(coachwhip("run", "--json", script("a.fake", "exit 0"))).isZero();
    assertThat(printed().get("ok")).isEqualTo(true);
  }

  @Test
  void json_exitWithCode_holdsTheCode() {
    assertThat(coachwhip("run", "--json", script("a.fake", "exit 3"))).isEqualTo(3);
    assertThat(printedError().get("exitCode")).isEqualTo(3L);
  }

  @Test
  void json_missingFile_isAnObjectToo() {
    assertThat(coachwhip("run", "--json", folder.resolve("none.fake").toString())).isEqualTo(2);
    assertThat(printedError().get("code")).isEqualTo("USAGE");
    assertThat(err()).isEmpty();
  }
}
