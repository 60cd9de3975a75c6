package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestFunction.closure;
import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static dev.coachwhip.rhai.stdlib.TestRuns.map;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;

class MapFunctionsTest {

  private static final Run RUN = TestRuns.of();

  private static final RhaiString KEY = RhaiString.of("key");

  @Test
  void get_missing_isUnit() {
    assertThat(MapFunctions.get(map("key", 1), KEY)).isEqualTo(1L);
    assertThat(MapFunctions.get(map(), KEY)).isEqualTo(Unit.UNIT);
    assertThat(MapFunctions.contains(map("key", Unit.UNIT), KEY)).isTrue();
  }

  @Test
  void remove_missing_isUnit() {
    RhaiMap map = map("a", 1, "key", 2);
    assertThat(MapFunctions.remove(map, KEY)).isEqualTo(2L);
    assertThat(MapFunctions.remove(map, KEY)).isEqualTo(Unit.UNIT);
    assertThat(map).hasToString("#{\"a\": 1}");
  }

  @Test
  void plus_bothHaveAKey_theSecondWins() {
    RhaiMap left = map("a", 1, "b", 2);
    assertThat(MapFunctions.plus(left, map("b", 3, "c", 4)))
        .hasToString("#{\"a\": 1, \"b\": 3, \"c\": 4}");
    assertThat(left).hasToString("#{\"a\": 1, \"b\": 2}");
  }

  @Test
  void fillWith_keyExists_staysEvenIfUnit() {
    RhaiMap map = map("a", Unit.UNIT);
    MapFunctions.fillWith(map, map("a", 1, "b", 2));
    assertThat(map).hasToString("#{\"a\": (), \"b\": 2}");
  }

  @Test
  void keysAndValues_orderOfKeys_isSorted() {
    RhaiMap map = map("z", 26, "a", array(1), "m", 13);
    assertThat(MapFunctions.keys(map)).hasToString("[\"a\", \"m\", \"z\"]");
    RhaiArray values = MapFunctions.values(map);
    ((RhaiArray) values.itemForWrite(0)).add(2L);
    assertThat(values).hasToString("[[1, 2], 13, 26]");
    assertThat(map).hasToString("#{\"a\": [1], \"m\": 13, \"z\": 26}");
  }

  @Test
  void filter_forms_getKeyAndValueOrThis() {
    RhaiMap map = map("a", 5, "b", 15);
    FunctionPointer both =
        closure(2, (self, a) -> (Long) a[1] > 10 && a[0].equals(RhaiString.of("b")));
    FunctionPointer bound = closure(1, (self, a) -> (Long) requireNonNull(self).get() < 10);
    assertThat(MapCallbackFunctions.filter(RUN, map, both)).hasToString("#{\"b\": 15}");
    assertThat(MapCallbackFunctions.filter(RUN, map, bound)).hasToString("#{\"a\": 5}");
  }

  @Test
  void map_callbackWithoutParameters_isMissingInFilter() {
    assertThatThrownBy(
            () -> MapCallbackFunctions.map(RUN, map("a", 5), closure(0, (self, a) -> 1L)))
        .hasMessageStartingWith(
            "Function not found: anon$test (&str | ImmutableString | String, i64)")
        .hasMessageEndingWith("in call to function 'filter'");
  }

  @Test
  void drainAndRetain_removed_areTheResult() {
    FunctionPointer odd = closure(2, (self, a) -> (Long) a[1] % 2 == 1);
    RhaiMap map = map("a", 1, "b", 2, "c", 3);
    RhaiMap other = map.copy();
    assertThat(MapCallbackFunctions.drain(RUN, map, odd)).hasToString("#{\"a\": 1, \"c\": 3}");
    assertThat(map).hasToString("#{\"b\": 2}");
    assertThat(MapCallbackFunctions.retain(RUN, other, odd)).hasToString("#{\"b\": 2}");
    assertThat(other).hasToString("#{\"a\": 1, \"c\": 3}");
  }

  @Test
  void equal_nested_comparesValues() {
    assertThat(MapFunctions.equal(RUN, map("a", 1), map("a", 1.0))).isTrue();
    assertThat(MapFunctions.equal(RUN, map("a", 1), map("b", 1))).isFalse();
    assertThat(MapFunctions.notEqual(RUN, map("a", map("b", 1)), map("a", map("b", 2)))).isTrue();
  }
}
