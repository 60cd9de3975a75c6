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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayRemovalFunctionsTest {

  private static final Run RUN = TestRuns.of();

  private static final FunctionPointer EVEN = closure(1, (self, a) -> (Long) a[0] % 2 == 0);

  @Test
  void drain_marked_areTheResult() {
    RhaiArray array = array(1, 2, 3, 4, 5, 6);
    RhaiArray copy = array.copy();
    assertThat(ArrayRemovalFunctions.drain(RUN, array, EVEN)).hasToString("[2, 4, 6]");
    assertThat(array).hasToString("[1, 3, 5]");
    assertThat(copy).hasToString("[1, 2, 3, 4, 5, 6]");
  }

  @Test
  void retain_indices_areThoseBeforeRemoving() {
    RhaiArray array = array(7, 7, 7, 7);
    List<Object> indices = new ArrayList<>();
    FunctionPointer odd =
        closure(
            2,
            (self, a) -> {
              indices.add(a[1]);
              return (Long) a[1] % 2 == 1;
            });
    assertThat(ArrayRemovalFunctions.retain(RUN, array, odd)).hasToString("[7, 7]");
    assertThat(array).hasToString("[7, 7]");
    assertThat(indices).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void drain_callbackFails_losesWhatWasDrainedSoFar() {
    RhaiArray array = array(2, 1, 4, 0, 6);
    FunctionPointer failing =
        closure(
            1,
            (self, a) -> {
              if ((Long) a[0] == 0) {
                throw RhaiError.runtime("zero");
              }
              return (Long) a[0] % 2 == 0;
            });
    assertThatThrownBy(() -> ArrayRemovalFunctions.drain(RUN, array, failing))
        .hasMessageStartingWith("Runtime error: zero");
    assertThat(array).hasToString("[1, 0, 6]");
  }

  @Test
  void dedup_neighbours_keepsTheFirst() {
    RhaiArray array = array(1, 1, 2, 2, 1, "x", "x", 3);
    ArrayRemovalFunctions.dedup(RUN, array);
    assertThat(array).hasToString("[1, 2, 1, \"x\", 3]");
  }

  @Test
  void dedup_comparer_getsTheKeptOneFirst() {
    RhaiArray array = array(1, 3, 4, 8, 9, 2);
    List<String> asked = new ArrayList<>();
    FunctionPointer sameParity =
        closure(
            2,
            (self, a) -> {
              asked.add(a[0] + "," + a[1]);
              return (Long) a[0] % 2 == (Long) a[1] % 2;
            });
    ArrayRemovalFunctions.dedup(RUN, array, sameParity);
    assertThat(array).hasToString("[1, 4, 9, 2]");
    assertThat(asked).containsExactly("1,3", "1,4", "4,8", "4,9", "9,2");
  }

  @Test
  void dedup_comparerFails_keepsAll() {
    RhaiArray array = array(1, 1);
    ArrayRemovalFunctions.dedup(RUN, array, RhaiString.of("no_such_function"));
    assertThat(array).hasToString("[1, 1]");
  }
}
