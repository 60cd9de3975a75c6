package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestFunction.closure;
import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;

class ArraySearchFunctionsTest {

  private static final Run RUN = TestRuns.of();

  private static final FunctionPointer ABOVE_FIVE = closure(1, (self, a) -> (Long) a[0] > 5);

  @Test
  void equal_itemsOfOtherTypes_compareAsValues() {
    assertThat(ArraySearchFunctions.equal(RUN, array(1, 2), array(1.0, 2))).isTrue();
    assertThat(ArraySearchFunctions.equal(RUN, array(1, array(2)), array(1, array(2)))).isTrue();
    assertThat(ArraySearchFunctions.equal(RUN, array(1), array("1"))).isFalse();
    assertThat(ArraySearchFunctions.notEqual(RUN, array(1), array(1, 2))).isTrue();
  }

  @Test
  void equal_functions_areNotComparable() {
    assertThatThrownBy(() -> ArraySearchFunctions.equal(RUN, array(ABOVE_FIVE), array(ABOVE_FIVE)))
        .hasMessage("Function not found: == (Fn, Fn)");
  }

  @Test
  void indexOf_start_countsFromTheEndIfNegative() {
    RhaiArray array = array(1, 2, 1, 2, 1);
    assertThat(ArraySearchFunctions.indexOf(RUN, array, (Object) 1L, -2)).isEqualTo(4);
    assertThat(ArraySearchFunctions.indexOf(RUN, array, (Object) 2L, -99)).isEqualTo(1);
    assertThat(ArraySearchFunctions.indexOf(RUN, array, (Object) 2L, 9)).isEqualTo(-1);
    assertThat(ArraySearchFunctions.contains(RUN, array, 2L)).isTrue();
  }

  @Test
  void indexOf_string_isAFunctionIfThereIsOne() {
    Run run = TestRuns.of(new TestFunction("big", 1, (self, a) -> (Long) a[0] > 5));
    RhaiString name = RhaiString.of("big");
    assertThat(ArraySearchFunctions.indexOf(run, array(1, 9, "big"), name)).isEqualTo(1);
    assertThat(ArraySearchFunctions.indexOf(RUN, array(1, 9, "big"), name)).isEqualTo(2);
    assertThat(ArraySearchFunctions.indexOf(RUN, array("a b"), RhaiString.of("a b"))).isZero();
  }

  @Test
  void indexOf_functionThatFails_failsToo() {
    Run run =
        TestRuns.of(
            new TestFunction(
                "bad",
                1,
                (self, a) -> {
                  throw RhaiError.runtime("oh");
                }));
    assertThatThrownBy(() -> ArraySearchFunctions.indexOf(run, array(1), RhaiString.of("bad")))
        .hasMessageStartingWith("Runtime error: oh");
  }

  @Test
  void find_start_beginsThere() {
    RhaiArray array = array(3, 9, 4, 12);
    assertThat(ArraySearchFunctions.find(RUN, array, ABOVE_FIVE)).isEqualTo(9L);
    assertThat(ArraySearchFunctions.find(RUN, array, ABOVE_FIVE, 2)).isEqualTo(12L);
    assertThat(ArraySearchFunctions.find(RUN, array(1), ABOVE_FIVE)).isEqualTo(Unit.UNIT);
  }

  @Test
  void findMap_firstThatIsNotUnit_isTheResult() {
    FunctionPointer mapper =
        closure(2, (self, a) -> (Long) a[1] == 1 ? RhaiString.of("here") : Unit.UNIT);
    assertThat(ArraySearchFunctions.findMap(RUN, array(0, 0), mapper)).hasToString("here");
    assertThat(ArraySearchFunctions.findMap(RUN, array(0), mapper)).isEqualTo(Unit.UNIT);
  }

  @Test
  void someAndAll_nothing_isFalseAndTrue() {
    assertThat(ArraySearchFunctions.some(RUN, array(), ABOVE_FIVE)).isFalse();
    assertThat(ArraySearchFunctions.all(RUN, array(), ABOVE_FIVE)).isTrue();
    assertThat(ArraySearchFunctions.some(RUN, array(1, 6), ABOVE_FIVE)).isTrue();
    assertThat(ArraySearchFunctions.all(RUN, array(1, 6), ABOVE_FIVE)).isFalse();
  }
}
