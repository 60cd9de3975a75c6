package dev.coachwhip.tests.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.tests.support.TestEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scripts that are no files have their lines where Python's own tools look for them. */
@Tag("python")
class StringSourceTest {

  private static final String DEFINITION =
      """
      def divide(a, b):
          # the comment is part of it
          return a / b
      """;

  private static ScriptValue run(String rest) {
    try (TestEngine engine = new TestEngine()) {
      engine.engine().executeScript(ScriptSource.of("<divide>", DEFINITION));
      return engine.engine().executeScript(ScriptSource.of("rest", rest));
    }
  }

  @Test
  void inspect_functionOfAString_showsItsSource() {
    assertThat(run("import inspect\ninspect.getsource(divide)").asString()).isEqualTo(DEFINITION);
  }

  @Test
  void linecache_afterItChecked_hasTheLines() {
    String script = "import linecache\nlinecache.checkcache()\nlinecache.getline('<divide>', 3)";
    assertThat(run(script).asString()).isEqualTo("    return a / b\n");
  }

  @Test
  void traceback_ofAString_showsTheLine() {
    String script =
        """
        import traceback
        try:
            divide(1, 0)
        except ZeroDivisionError:
            text = traceback.format_exc()
        text
        """;
    assertThat(run(script).asString())
        .contains("File \"<divide>\", line 3, in divide", "return a / b")
        .contains("File \"rest\", line 3, in <module>", "divide(1, 0)");
  }

  @Test
  void warnings_ofAString_showTheLine() {
    try (TestEngine engine = new TestEngine()) {
      engine
          .engine()
          .executeScript(ScriptSource.of("<warn>", "import warnings\nwarnings.warn('hot laser')"));
      assertThat(engine.printed()).contains("<warn>:2: UserWarning: hot laser", "warnings.warn(");
    }
  }
}
