package dev.coachwhip.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("python")
@TestInstance(Lifecycle.PER_CLASS)
class PythonInputRuleTest {

  private final ScriptEngine engine = ScriptEngines.create("python");
  private final InputRule rule = new PythonInputRule(engine);

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 + 1",
        "x = [1,\n2]",
        "if_x = 5",
        "match = 5",
        "for i in y: print(i)\n",
        "def f():\n  return 1\n",
        "if x:\n",
        "for in",
        "1 +",
        "'open"
      })
  void isComplete_statementOrErrorOrBlankLine_isTrue(String text) {
    assertThat(rule.isComplete(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if x:",
        "def f():\n  return 1",
        "for i in y: print(i)",
        "try:\n  f()",
        "@decorated",
        "async def f():\n  pass",
        "match x:\n  case 1: pass",
        "x = [1,",
        "x = [1,\n",
        "x = \"\"\"text\n",
        "x = f'''text",
        "x = 1 + \\"
      })
  void isComplete_openBlockBracketOrString_isFalse(String text) {
    assertThat(rule.isComplete(text)).isFalse();
  }
}
