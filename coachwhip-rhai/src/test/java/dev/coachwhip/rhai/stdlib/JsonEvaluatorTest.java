package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEvaluatorTest {

  private static RhaiMap parseJson(String json) {
    return JsonFunctions.parseJson(TestRuns.of(), RhaiString.of(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|#{}",
        "{\"a\": [1, 2.5, null], \"b\": {\"c\": true,},}|#{\"a\": [1, 2.5, ()], \"b\": #{\"c\":"
            + " true}}",
        "{\"a\": 1 + 2 * 3, \"b\": -5, \"c\": !true}|#{\"a\": 7, \"b\": -5, \"c\": false}",
        "{\"a\": null ?? 2, \"b\": true && false}|#{\"a\": 2, \"b\": false}",
        "{\"a\": 2 in [1, 2], \"b\": 2 !in [1, 2]}|#{\"a\": true, \"b\": false}",
        "{\"a\": abs(-1), \"b\": [1, 2][-1], \"c\": {\"x\": 1}.x}|#{\"a\": 1, \"b\": 2, \"c\": 1}",
        "{\"a\": \"abc\".sub_string(1)}|#{\"a\": \"bc\"}",
        "{\"a\": 1..3, \"b\": 'c'} // comment|#{\"a\": 1..3, \"b\": c}"
      })
  void parseJson_map_isEvaluated(String json, String expected) {
    assertThat(parseJson(json)).hasToString(expected);
  }

  @Test
  void parseJson_noMap_isAMismatch() {
    assertThatThrownBy(() -> parseJson("[1]"))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.MISMATCH_OUTPUT_TYPE);
              assertThat(error.hasPosition()).isFalse();
            })
        .hasMessage("Output type incorrect: array (expecting map)");
  }

  @Test
  void parseJson_failures_haveThePlaceInTheText() {
    assertThatThrownBy(() -> parseJson("{\"a\": }"))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.PARSING);
              assertThat(error.isCatchable()).isFalse();
              assertThat(error.column()).isEqualTo(7);
            });
    assertThatThrownBy(() -> parseJson("{\"a\": foo}"))
        .hasMessage("Variable not found: foo (line 1, position 7)");
    assertThatThrownBy(() -> parseJson("{\"a\": foo(1)}"))
        .hasMessage("Function not found: foo (i64) (line 1, position 7)");
    assertThatThrownBy(() -> parseJson("{\"a\": [1][3]}"))
        .hasMessage("Array index 3 out of bounds: only 1 element in array (line 1, position 11)");
  }
}
