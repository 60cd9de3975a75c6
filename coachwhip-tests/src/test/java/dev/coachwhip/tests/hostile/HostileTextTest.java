package dev.coachwhip.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.tests.support.TestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are hardly scripts (E2, E6). */
@Tag("python")
class HostileTextTest {

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing", "   ", "\t\n", "\f", "# one\n\n# two\n", "pass"})
  void executeScript_nothingToDo_returnsNull(String text) {
    assertThat(python.run(text).isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1\r\ny = 2\r\nx + y\r\n",
        "x = 1\ry = 2\rx + y",
        "x = 1\n\r\ny = 2\rx + y",
        "if True:\r\n\tx = 1\r\n\ty = 2\r\nx + y",
        "x = 1\n\f\ny = 2\nx + y",
        "x = 1; y = 2; x + y",
        "x = 1\ny = 2\nx + y  # the sum",
        "x = 1\ny = 2\n(x +\n\n y)",
      })
  void executeScript_oddLineEnds_runs(String text) {
    assertThat(python.run(text).asLong()).isEqualTo(3);
  }

  @Test
  void executeScript_namesBeyondAscii_areNames() {
    assertThat(python.run("gr\u00f6\u00dfe = 3\ngr\u00f6\u00dfe").asLong()).isEqualTo(3);
  }

  @Test
  void executeScript_carriageReturnInText_isKeptAsPythonKeepsIt() {
    assertThat(python.run("'a\\rb'").asString()).isEqualTo("a\rb");
  }

  @Test
  void executeScript_byteOrderMarkFirst_isRefusedThereAsPythonRefusesItInText() {
    SourceLocation place = syntaxError("\ufeff1 + 2").location().orElseThrow();
    assertThat(place.line()).isEqualTo(1);
    assertThat(place.column()).isEqualTo(1);
  }

  @Test
  void executeScript_byteOrderMarkLater_isSyntaxErrorThere() {
    SourceLocation place = syntaxError("1 +\ufeff 2").location().orElseThrow();
    assertThat(place.line()).isEqualTo(1);
    assertThat(place.column()).isEqualTo(4);
  }

  @Test
  void executeScript_nulInside_namesLineAndColumn() {
    SourceLocation place = syntaxError("x = 1\ny = '\0'").location().orElseThrow();
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(6);
  }

  @Test
  void executeScript_nulAfterCarriageReturns_namesLineAndColumn() {
    SourceLocation place = syntaxError("x = 1\ry = '\0'").location().orElseThrow();
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(6);
  }

  @Test
  void executeScript_loneSurrogateInText_isSyntaxError() {
    assertThat(syntaxError("x = '\ud800'").getMessage()).containsIgnoringCase("surrogate");
  }

  @Test
  void executeScript_codingLineThatIsNotTrue_isIgnoredAsTheTextIsDecodedAlready() {
    assertThat(python.run("# -*- coding: latin-1 -*-\n'\u00e4\u20ac'").asString())
        .isEqualTo("\u00e4\u20ac");
  }

  @Test
  void executeScript_unknownCodingLine_isIgnoredAsTheTextIsDecodedAlready() {
    assertThat(python.run("# coding: no-such-coding\n1").asLong()).isEqualTo(1);
  }

  @Test
  void executeScript_mixedTabsAndSpaces_isTabError() {
    assertThat(syntaxError("if True:\n\tx = 1\n        y = 2\n").getMessage())
        .startsWith("TabError");
  }

  @Test
  void executeScript_errorAfterWideCharacters_columnCountsCodePoints() {
    SourceLocation place = syntaxError("s = '\ud83d\ude00\u00e4'; 1 2").location().orElseThrow();
    assertThat(place.column()).isEqualTo(13);
    assertThat(place.sourceLine()).hasValue("s = '\ud83d\ude00\u00e4'; 1 2");
  }

  @Test
  void executeScript_oneMegabyteOnOneLine_runs() {
    assertThat(python.run("len('" + "x".repeat(1 << 20) + "')").asLong()).isEqualTo(1 << 20);
  }

  @Test
  void executeScript_hundredThousandLines_runs() {
    assertThat(python.run("x = 0\n" + "x += 1\n".repeat(100_000) + "x").asLong())
        .isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return 1",
        "yield 1",
        "def f(): await x",
        "break",
        "nonlocal x",
        "*a",
        "x = *a",
        "f(**)",
        "'",
        "\"\"\"",
        "(",
        "1 +",
        "def",
        "\\",
        "\\x",
        "\u00a0x = 1",
        "\u2028",
        "\ud83d\ude00"
      })
  void executeScript_notPython_isSyntaxErrorWithPlace(String text) {
    assertThat(syntaxError(text).location()).isPresent();
  }

  private ScriptSyntaxException syntaxError(String text) {
    ScriptSyntaxException ofRun =
        catchThrowableOfType(ScriptSyntaxException.class, () -> python.run(text));
    ScriptSyntaxException ofCheck =
        catchThrowableOfType(
            ScriptSyntaxException.class, () -> python.engine().validateScript(text));
    assertThat(ofRun).as("of the run").isNotNull();
    assertThat(ofCheck).as("of the check").isNotNull();
    assertThat(ofCheck.getMessage()).isEqualTo(ofRun.getMessage());
    assertThat(ofCheck.location()).isEqualTo(ofRun.location());
    assertThat(python.isUsable()).isTrue();
    return ofRun;
  }
}
