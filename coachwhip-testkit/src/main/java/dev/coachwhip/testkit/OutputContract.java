package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What scripts print. */
interface OutputContract extends ContractFixture {

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  @DisplayName("E2 what a script prints goes to the engine's stream")
  default void output_prints_arriveInOrder() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ScriptEngine printing = builder().output(out).build()) {
      printing.executeScript(
          dialect().lines(dialect().print("1"), dialect().print("\"two\""), dialect().print("3")));
      assertThat(text(out)).isEqualTo("1\ntwo\n3\n");
    }
  }

  @Test
  @DisplayName("E2 each line arrives as it is written")
  default void output_lines_arriveWhileTheScriptRuns() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> seen = new ArrayList<>();
    try (ScriptEngine printing = builder().output(out).build()) {
      printing.registerFunction("look", _ -> seen.add(text(out)));
      String look = dialect().assign("ignored", dialect().call("look"));
      printing.executeScript(
          dialect().lines(dialect().print("1"), look, dialect().print("2"), look));
    }
    assertThat(seen).containsExactly("1\n", "1\n2\n");
  }

  @Test
  @DisplayName("E2 one engine's output never lands in another's")
  default void output_severalEngines_staysApart() {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    try (ScriptEngine one = builder().output(first).build();
        ScriptEngine two = builder().output(second).build()) {
      one.registerFunction("other", _ -> two.executeScript(dialect().print("2")));
      one.executeScript(
          dialect()
              .lines(
                  dialect().print("1"),
                  dialect().assign("ignored", dialect().call("other")),
                  dialect().print("3")));
    }
    assertThat(text(first)).isEqualTo("1\n3\n");
    assertThat(text(second)).isEqualTo("2\n");
  }

  @Test
  @DisplayName("E2 all of Unicode is printed as UTF-8")
  default void output_unicode_isUtf8() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ScriptEngine printing = builder().output(out).build()) {
      printing.setGlobal("text", "é 漢 😀");
      printing.executeScript(dialect().print("text"));
    }
    assertThat(text(out)).isEqualTo("é 漢 😀\n");
  }

  @Test
  @DisplayName("E2 the stream is not closed with the engine")
  default void output_engineClosed_leavesTheStreamOpen() {
    boolean[] closed = {false};
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    builder().output(out).build().close();
    assertThat(closed[0]).isFalse();
  }
}
