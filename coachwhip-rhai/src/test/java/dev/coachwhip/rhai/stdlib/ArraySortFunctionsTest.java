package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestFunction.closure;
import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;

class ArraySortFunctionsTest {

  private static final Run RUN = TestRuns.of();

  private static RhaiArray sorted(Object... items) {
    return ArraySortFunctions.order(array(items));
  }

  @Test
  void order_basicTypes_sortsEach() {
    assertThat(sorted(5, -1, 3)).hasToString("[-1, 3, 5]");
    assertThat(sorted(2.5, -0.5, 1e3)).hasToString("[-0.5, 2.5, 1000.0]");
    assertThat(sorted("b", "B", "", "🙂", "é")).hasToString("[\"\", \"B\", \"b\", \"é\", \"🙂\"]");
    assertThat(sorted(true, false)).hasToString("[false, true]");
    assertThat(sorted(RhaiCharacter.of('z'), RhaiCharacter.of('A')).get(0)).hasToString("A");
    assertThat(sorted(Unit.UNIT, Unit.UNIT)).hasToString("[(), ()]");
  }

  @Test
  void order_floatsWithNaNAndZeros_keepsTheirPlaces() {
    assertThat(sorted(2.0, Double.NaN, 1.0)).hasToString("[2.0, NaN, 1.0]");
    assertThat(sorted(0.0, -0.0, -1.0)).hasToString("[-1.0, 0.0, -0.0]");
  }

  @Test
  void order_taggedItems_keepTheirTags() {
    RhaiArray order = sorted(2, Tagged.of(1L, 7));
    assertThat(order).hasToString("[1, 2]");
    assertThat(Tagged.tagOf(order.get(0))).isEqualTo(7);
  }

  @Test
  void sort_differentTypes_isAnError() {
    assertThatThrownBy(() -> sorted(1, 2.0))
        .hasMessage("Function not found: elements of different types cannot be sorted");
    assertThatThrownBy(() -> sorted(RhaiRange.exclusive(0, 1), RhaiRange.inclusive(0, 1)))
        .hasMessage("Function not found: elements of different types cannot be sorted");
  }

  @Test
  void sort_typeWithoutOrder_isAnErrorFromTwoItemsOn() {
    assertThatThrownBy(() -> sorted(array(), array()))
        .hasMessage("Function not found: elements of array cannot be sorted");
    assertThatThrownBy(() -> sorted(RhaiRange.exclusive(0, 1), RhaiRange.exclusive(0, 1)))
        .hasMessage(
            "Function not found: elements of core::ops::range::Range<i64> cannot be sorted");
    assertThat(sorted(array())).hasToString("[[]]");
  }

  @Test
  void sortDesc_copyOfTheArray_staysAsItIs() {
    RhaiArray array = array(3, 10, 7);
    RhaiArray copy = array.copy();
    ArraySortFunctions.sortDesc(array);
    assertThat(array).hasToString("[10, 7, 3]");
    assertThat(copy).hasToString("[3, 10, 7]");
    assertThat(ArraySortFunctions.orderDesc(array("a", "c", "b")))
        .hasToString("[\"c\", \"b\", \"a\"]");
  }

  @Test
  void sort_nestedArrays_areNotSharedWithCopies() {
    RhaiArray array = array(array(2), array(1));
    RhaiArray copy = array.copy();
    ArraySortFunctions.sort(RUN, array, closure(2, (self, a) -> first(a[0]) - first(a[1])));
    ((RhaiArray) array.itemForWrite(0)).add(9L);
    assertThat(array).hasToString("[[1, 9], [2]]");
    assertThat(copy).hasToString("[[2], [1]]");
  }

  private static long first(Object array) {
    return (Long) ((RhaiArray) array).get(0);
  }

  @Test
  void sort_comparer_mayReturnBools() {
    RhaiArray array = array(5, 2, 9, 1);
    FunctionPointer greater = closure(2, (self, a) -> (Long) a[0] > (Long) a[1]);
    ArraySortFunctions.sort(RUN, array, greater);
    assertThat(array).hasToString("[9, 5, 2, 1]");
  }

  @Test
  void sort_comparerThatFailsOrReturnsElse_leavesTheOrder() {
    RhaiArray array = array(3, 1, 2);
    ArraySortFunctions.sort(RUN, array, closure(2, (self, a) -> RhaiString.of("?")));
    assertThat(array).hasToString("[3, 1, 2]");
    ArraySortFunctions.sort(
        RUN,
        array,
        closure(
            2,
            (self, a) -> {
              throw RhaiError.runtime("no");
            }));
    assertThat(array).hasToString("[3, 1, 2]");
    ArraySortFunctions.sort(RUN, array, RhaiString.of("no_such_function"));
    assertThat(array).hasToString("[3, 1, 2]");
  }

  @Test
  void sort_comparerThatIsStopped_isNotSwallowed() {
    Run run = TestRuns.limited(RunLimits.DEFAULT);
    FunctionPointer stopped =
        closure(
            2,
            (self, a) -> {
              throw RhaiError.tooManyOperations();
            });
    assertThatThrownBy(() -> ArraySortFunctions.sort(run, array(1, 2), stopped))
        .hasMessage("Too many operations");
  }
}
