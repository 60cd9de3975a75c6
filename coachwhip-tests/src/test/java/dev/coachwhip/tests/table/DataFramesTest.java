package dev.coachwhip.tests.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.DataFrames;
import dev.coachwhip.tests.support.TestEngine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data frames without Arrow (V); those of a package run where the package is installed. */
@Tag("python")
class DataFramesTest {

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  private Map<String, ScriptValue> columns(String script) {
    return DataFrames.columns(python.run(script));
  }

  private static ScriptValue column(Map<String, ScriptValue> columns, String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  @Test
  void columns_ofPandas_areArraysOfNumbersAndListsOfTheRest() {
    InstalledPackages.assume(python, "pandas");
    Map<String, ScriptValue> columns =
        columns(
            """
            import pandas as pd
            frame = pd.DataFrame({"n": [1, 2, 3], "x": [0.5, float("nan"), 2.5], "ok": [True, False, True]})
            frame["name"] = ["a", None, "c"]
            frame["kind"] = pd.Categorical(["x", "y", "x"])
            frame
            """);
    assertThat(columns.keySet()).containsExactly("n", "x", "ok", "name", "kind");
    assertThat(column(columns, "n").typeName()).isEqualTo("ndarray");
    assertThat(column(columns, "x").typeName()).isEqualTo("ndarray");
    assertThat(column(columns, "ok").typeName()).isEqualTo("ndarray");
    assertThat(column(columns, "name").toJava()).isEqualTo(Arrays.asList("a", null, "c"));
    assertThat(column(columns, "kind").toJava()).isEqualTo(List.of("x", "y", "x"));
  }

  @Test
  void columns_ofPandasOwnIntegers_areAnArrayUnlessOneIsMissing() {
    InstalledPackages.assume(python, "pandas");
    Map<String, ScriptValue> columns =
        columns(
            """
            import pandas as pd
            pd.DataFrame({"all": pd.array([1, 2], dtype="Int64"), "some": pd.array([1, None], dtype="Int64")})
            """);
    assertThat(column(columns, "all").typeName()).isEqualTo("ndarray");
    assertThat(column(columns, "some").toJava()).isEqualTo(Arrays.asList(1L, null));
  }

  @Test
  void columns_ofTwoOfOneName_failsAndNamesIt() {
    InstalledPackages.assume(python, "pandas");
    assertThatThrownBy(() ->
            columns("import pandas as pd\npd.DataFrame([[1, 2]], columns=['volts', 'volts'])"))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("two columns are named 'volts'");
  }

  @Test
  void columns_ofNumberedOnes_failsAndSaysWhatToDo() {
    InstalledPackages.assume(python, "pandas");
    assertThatThrownBy(() -> columns("import pandas as pd\npd.DataFrame([[1, 2]])"))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("frame.rename(columns=str)");
  }

  @Test
  void pandas_ofColumns_isAFrameThatComesBack() {
    InstalledPackages.assume(python, "pandas");
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("n", List.of(1, 2, 3));
    columns.put("name", Arrays.asList("a", null, "c"));
    python.engine().setGlobal("frame", DataFrames.pandas(columns));
    assertThat(python.run("'%s %d x %d' % (type(frame).__name__, *frame.shape)").asString())
        .isEqualTo("DataFrame 3 x 2");
    assertThat(column(columns("frame"), "name").toJava()).isEqualTo(Arrays.asList("a", null, "c"));
    assertThat(python.run("frame.n.sum().item()").asLong()).isEqualTo(6);
  }

  @Test
  void polars_ofColumns_isAFrameThatComesBack() {
    InstalledPackages.assume(python, "polars");
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("n", List.of(1, 2, 3));
    columns.put("some", Arrays.asList(1, null, 3));
    columns.put("name", Arrays.asList("a", null, "c"));
    python.engine().setGlobal("frame", DataFrames.polars(columns));
    Map<String, ScriptValue> back = columns("frame");
    assertThat(column(back, "n").typeName()).isEqualTo("ndarray");
    assertThat(column(back, "some").toJava()).isEqualTo(Arrays.asList(1L, null, 3L));
    assertThat(column(back, "name").toJava()).isEqualTo(Arrays.asList("a", null, "c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "{'a': [1]}", "object()", "None"})
  void columns_ofWhatIsNoFrame_saysSo(String script) {
    ScriptValue value = python.run(script);
    assertThatThrownBy(() -> DataFrames.columns(value))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining(
            "expected a DataFrame of pandas or polars, found " + value.typeName());
  }

  @Test
  void pandas_whereItIsMissing_saysWhatToInstall() {
    python.run(
        "import sys\nhidden = sys.modules.pop('pandas', None)\nsys.modules['pandas'] = None");
    try {
      assertThatThrownBy(
              () -> python.engine().setGlobal("frame", DataFrames.pandas(Map.of("n", List.of(1)))))
          .isInstanceOf(TypeConversionException.class)
          .hasMessageContaining("ImportError: pandas is needed")
          .hasMessageContaining("pip install pandas");
    } finally {
      python.run("del sys.modules['pandas']\nif hidden: sys.modules['pandas'] = hidden");
    }
  }

  @Test
  void pandas_insideAContainer_isAFrameThere() {
    InstalledPackages.assume(python, "pandas");
    Object frames = List.of(DataFrames.pandas(Map.of("n", List.of(1))));
    python.engine().setGlobal("frames", frames);
    assertThat(python.run("{'rows': len(frames[0])}").toJava())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsExactly(entry("rows", 1L));
  }
}
