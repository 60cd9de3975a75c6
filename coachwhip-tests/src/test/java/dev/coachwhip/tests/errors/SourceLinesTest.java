package dev.coachwhip.tests.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.tests.support.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source lines are those of the text that the failing code was compiled from. */
@Tag("python")
@Timeout(60)
@SuppressWarnings("InlineFormatString") // scripts read better apart
class SourceLinesTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    python.close();
  }

  private List<String> lines(String name, String text) {
    ScriptException error =
        catchThrowableOfType(
            ScriptException.class, () -> engine.executeScript(ScriptSource.of(name, text)));
    return lines(error);
  }

  private static List<String> lines(ScriptException error) {
    return error.frames().stream()
        .map(ScriptFrame::location)
        .map(place -> place.sourceLine().orElse("?").strip())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.py", "<script>", "<a>", "a b", "\u00e4\u4e2d.py"})
  void line_functionOfAnEarlierScriptOfTheSameName_isThatScripts(String name) {
    engine.executeScript(ScriptSource.of(name, "def f():\n  return 1 / 0  # first"));
    engine.executeScript(ScriptSource.of(name, "def g():\n  return f()  # second"));
    assertThat(lines(name, "x = 1\ng()  # third"))
        .containsExactly("return 1 / 0  # first", "return f()  # second", "g()  # third");
  }

  @Test
  void line_scriptRunAgainAfterAnother_isItsOwn() {
    assertThat(lines("a.py", "1 / 0  # first")).containsExactly("1 / 0  # first");
    assertThat(lines("a.py", "1 / 0  # second")).containsExactly("1 / 0  # second");
    assertThat(lines("a.py", "1 / 0  # first")).containsExactly("1 / 0  # first");
  }

  @Test
  void line_functionOfAnotherEngine_isThatEngines() {
    try (TestEngine other = new TestEngine()) {
      engine.executeScript(
          ScriptSource.of("a.py", "import builtins\ndef f(): 1 / 0  # there\nbuiltins.far = f"));
      other.engine().executeScript(ScriptSource.of("a.py", "'x'\n# not this\nNone"));
      ScriptException error =
          catchThrowableOfType(
              ScriptException.class,
              () -> other.engine().executeScript(ScriptSource.of("a.py", "far()  # here")));
      assertThat(lines(error)).containsExactly("def f(): 1 / 0  # there", "far()  # here");
    }
  }

  @Test
  void line_functionOfAClosedEngine_isKept() {
    try (TestEngine other = new TestEngine()) {
      other
          .engine()
          .executeScript(
              ScriptSource.of("b.py", "import builtins\ndef f(): 1 / 0  # gone\nbuiltins.f = f"));
    }
    assertThat(lines("a.py", "f()")).containsExactly("def f(): 1 / 0  # gone", "f()");
  }

  @Test
  void line_executedText_isNotThatOfTheScript() {
    assertThat(lines("a.py", "exec('1 / 0')  # a")).containsExactly("?", "exec('1 / 0')  # a");
  }

  @Test
  void line_importedModule_isTheFiles(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("errors_module.py"), "def f(x):\n    return x / 0  # file\n");
    String text = "import sys\nsys.path.insert(0, %s)\nimport errors_module\nerrors_module.f(1)";
    String name = folder.toString().replace("\\", "\\\\");
    assertThat(lines("a.py", text.formatted("'" + name + "'")))
        .containsExactly("return x / 0  # file", "errors_module.f(1)");
    engine.executeScript("sys.path.pop(0)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linecache.cache['a.py'][2][:] = [7] * 9",
        "linecache.cache['a.py'][2].clear()",
        "linecache.clearcache()",
        "coachwhip._lines.update(dict.fromkeys(coachwhip._lines, 7))",
        "coachwhip._lines.update(dict.fromkeys(coachwhip._lines, (1, 7)))",
        "coachwhip._lines.update(dict.fromkeys(coachwhip._lines, ()))",
      })
  void line_scriptTamperedWithTheTables_isThatOrUnknown(String tampering) {
    String text = "import coachwhip, linecache\nkept = dict(coachwhip._lines)\n%s\n1 / 0";
    assertThat(lines("a.py", text.formatted(tampering))).hasSize(1);
    engine.executeScript("coachwhip._lines.update(kept)\nNone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list(x / 0 for x in [1])",
        "[x / 0 for x in [1]]",
        "(lambda: 1 / 0)()",
        "f'{1 / 0}'",
        "class C: y = 1 / 0",
        "sorted([1, 2], key=lambda v: v / 0)",
        "import functools; functools.reduce(lambda a, b: a / 0, [1, 2])"
      })
  void location_inOneLine_isInTheScript(String text) {
    ScriptException error =
        catchThrowableOfType(
            ScriptException.class, () -> engine.executeScript(ScriptSource.of("a.py", text)));
    assertThat(error.location().orElseThrow().sourceName()).isEqualTo("a.py");
    assertThat(lines(error)).contains(text);
  }

  @Test
  void line_generatorConsumedInJava_isTheGenerators() {
    var iterator =
        engine
            .executeScript(ScriptSource.of("a.py", "def g():\n  yield 1\n  1 / 0  # in g\ng()"))
            .as(java.util.Iterator.class);
    iterator.next();
    ScriptException error = catchThrowableOfType(ScriptException.class, iterator::next);
    assertThat(lines(error)).containsExactly("1 / 0  # in g");
  }

  @Test
  void line_coroutineOnTheLoop_isItsOwn() {
    assertThat(
            lines(
                "a.py",
                "import asyncio\nasync def f():\n  await asyncio.sleep(0)\n  1 / 0  # f\nawait f()"))
        .containsExactly("1 / 0  # f", "await f()");
  }

  @Test
  void line_startedRun_isItsOwn() {
    ScriptRun run = engine.start(ScriptSource.of("a.py", "def f(): 1 / 0  # f\nf()"));
    ScriptException error = catchThrowableOfType(ScriptException.class, run::join);
    assertThat(lines(error)).containsExactly("def f(): 1 / 0  # f", "f()");
  }

  @Test
  void error_inDel_isPrintedWithItsPlace() {
    engine.executeScript(
        ScriptSource.of("a.py", "class C:\n  def __del__(self):\n    1 / 0  # in del\nC()\nNone"));
    assertThat(python.printed()).contains("a.py", "line 3", "ZeroDivisionError");
  }

  @Test
  void error_inAThread_isPrintedWithItsPlace() {
    engine.executeScript(
        ScriptSource.of(
            "a.py",
            "import threading\nt = threading.Thread(target=lambda: 1 / 0)\nt.start()\nt.join()"));
    assertThat(python.printed()).contains("a.py", "line 2", "ZeroDivisionError");
  }
}
