package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static dev.coachwhip.rhai.stdlib.TestRuns.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;

class JsonFunctionsTest {

  private static String json(Object value) {
    return JsonFunctions.toJson(TestRuns.of(), map("v", value)).toString();
  }

  @Test
  void toJson_nested_isSortedWithoutBlanks() {
    assertThat(
            JsonFunctions.toJson(TestRuns.of(), map("z", 1, "a", map("y", array(1, array(), 2.5)))))
        .hasToString("{\"a\":{\"y\":[1,[],2.5]},\"z\":1}");
    assertThat(JsonFunctions.toJson(TestRuns.of(), map())).hasToString("{}");
  }

  @Test
  void toJson_strings_areEscaped() {
    assertThat(json("tab\tnl\nback\\q\"é🙂")).isEqualTo("{\"v\":\"tab\\tnl\\nback\\\\q\\\"é🙂\"}");
  }

  @Test
  void toJson_floats_areThoseOfDebug() {
    assertThat(json(array(1.0, 1e20, -2.5e-7))).isEqualTo("{\"v\":[1.0,1e20,-2.5e-7]}");
    assertThat(json(Double.POSITIVE_INFINITY)).isEqualTo("{\"v\":inf}");
  }

  @Test
  void toJson_valuesWithoutForm_areShownSomehow() {
    assertThat(json(Unit.UNIT)).isEqualTo("{\"v\":null}");
    assertThat(json(RhaiCharacter.of('c'))).isEqualTo("{\"v\":'c'}");
    assertThat(json(Blob.of((byte) 1, (byte) 255))).isEqualTo("{\"v\":[1,255]}");
    assertThat(json(RhaiRange.exclusive(0, 3))).isEqualTo("{\"v\":0..3}");
    assertThat(json(FunctionPointer.named("f"))).isEqualTo("{\"v\":\"f\"}");
    assertThat(json(FunctionPointer.named("f").curry(1L))).isEqualTo("{\"v\":[\"f\",1]}");
  }
}
