package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors tell the file that each frame is in. */
class RhaiErrorPlacesTest extends RhaiEngineFixture {

  @TempDir private Path folder;

  @Test
  void error_inFunctionOfModule_isInItsFile() {
    write("shapes.rhai", "fn check(r) {\n  inner(r)\n}\nfn inner(r) {\n  throw `bad ${r}`\n}\n");

    assertThat(placesOf("import \"shapes\" as shapes;\nshapes::check(2.0)"))
        .containsExactly(
            "inner shapes.rhai:5:3", "check shapes.rhai:2:3", "<script> main.rhai:2:9");
  }

  @Test
  void error_inClosureThatModuleCalls_isInTheScript() {
    write("each.rhai", "fn each(list, f) {\n  for x in list {\n    f.call(x);\n  }\n}\n");

    assertThat(placesOf("import \"each\" as e;\ne::each([1, 0],\n  |x| throw x)"))
        .containsExactly("<closure> main.rhai:3:7", "each each.rhai:3:7", "<script> main.rhai:2:4");
  }

  @Test
  void error_ofClosureOfModuleThatLibraryCalls_isInItsFile() {
    write("inverse.rhai", "fn all(list) {\n  list.map(|x|\n    throw x)\n}\n");

    assertThat(placesOf("import \"inverse\" as i;\ni::all([0])"))
        .containsSubsequence(
            "<closure> inverse.rhai:3:5", "all inverse.rhai:2:8", "<script> main.rhai:2:4");
  }

  @Test
  void error_atTopLevelOfModule_isInItsFile() {
    write("broken.rhai", "let a = 1;\n\na.nothing()\n");

    assertThat(placesOf("import \"broken\" as b;"))
        .containsExactly("<module> broken.rhai:3:3", "<script> main.rhai:1:8");
  }

  @Test
  void location_ofErrorInModule_showsItsLine() {
    write("quoted.rhai", "fn fail() {\n  throw 42 // here\n}\n");

    ScriptException e = failure("import \"quoted\" as q;\nq::fail()");

    assertThat(e.location().orElseThrow().sourceLine()).contains("  throw 42 // here");
  }

  @Test
  void arithmeticError_hasNoPositionInRhai_butTellsTheLine() {
    write("ratio.rhai", "fn ratio(a, b) {\n  let all = a;\n  all /\n    b\n}\n");

    ScriptException e = failure("import \"ratio\" as r;\nlet x = 1;\nx += r::ratio(4, 0);");

    assertThat(e.location()).isEmpty();
    assertThat(e.notes()).singleElement().asString().matches("in line [34] of .*ratio.rhai: .*");
  }

  @Test
  void arithmeticError_atTopLevel_quotesTheLine() {
    ScriptException e = failure("let a = 7;\nlet b = 0;\nprint(a % b);");

    assertThat(e.notes()).singleElement().asString().endsWith("main.rhai: print(a % b);");
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError("cannot write " + name, e);
    }
  }

  private ScriptException failure(String script) {
    write("main.rhai", script);
    ScriptSource source = ScriptSource.load(folder.resolve("main.rhai"));
    return catchThrowableOfType(ScriptException.class, () -> engine().executeScript(source));
  }

  private List<String> placesOf(String script) {
    return failure(script).frames().stream()
        .map(frame ->
            "%s %s:%d:%d"
                .formatted(
                    frame.function(),
                    Path.of(frame.location().sourceName()).getFileName(),
                    frame.location().line(),
                    frame.location().column()))
        .toList();
  }
}
