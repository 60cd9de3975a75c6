package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestFunction.closure;
import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayCallbackFunctionsTest {

  private static final Run RUN = TestRuns.of();

  private static long number(Object value) {
    return (Long) value;
  }

  private static RhaiArray map(RhaiArray array, FunctionPointer mapper) {
    return ArrayCallbackFunctions.map(RUN, array, mapper);
  }

  @Test
  void map_oneParameter_getsTheItem() {
    RhaiArray array = array(1, 2, 3);
    RhaiArray squares = map(array, closure(1, (self, a) -> number(a[0]) * number(a[0])));
    assertThat(squares).hasToString("[1, 4, 9]");
    assertThat(array).hasToString("[1, 2, 3]");
  }

  @Test
  void map_twoParameters_getsTheIndexToo() {
    assertThat(map(array(5, 5), closure(2, (self, a) -> number(a[0]) + number(a[1]))))
        .hasToString("[5, 6]");
  }

  @Test
  void map_noParameter_bindsThis() {
    RhaiArray array = array(array(1), array(2));
    RhaiArray copy = array.copy();
    RhaiArray sizes =
        map(
            array,
            closure(
                0,
                (self, a) -> {
                  ((RhaiArray) requireNonNull(self).get()).add(9L);
                  return (long) ((RhaiArray) self.get()).size();
                }));
    assertThat(sizes).hasToString("[2, 2]");
    assertThat(array).hasToString("[[1, 9], [2, 9]]");
    assertThat(copy).hasToString("[[1], [2]]");
  }

  @Test
  void map_itemGiven_isACopy() {
    RhaiArray array = array(array(1));
    map(
        array,
        closure(
            1,
            (self, a) -> {
              ((RhaiArray) a[0]).add(2L);
              return Unit.UNIT;
            }));
    assertThat(array).hasToString("[[1]]");
  }

  @Test
  void map_capturedVariables_comeFirstAndShared() {
    Cell cell = new Cell(0L);
    TestFunction body =
        new TestFunction(
            "anon$1",
            2,
            (self, a) -> {
              Cell captured = (Cell) a[0];
              captured.set(number(captured.get()) + number(a[1]));
              return captured.get();
            });
    assertThat(map(array(1, 2, 3), FunctionPointer.to(body, List.of(cell))))
        .hasToString("[1, 3, 6]");
    assertThat(cell.get()).isEqualTo(6L);
  }

  @Test
  void map_closureThatFails_isWrappedWithoutPosition() {
    FunctionPointer failing =
        closure(
            1,
            (self, a) -> {
              throw RhaiError.arithmetic("no").withPosition(7, 8);
            });
    assertThatThrownBy(() -> map(array(1), failing))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error ->
                assertThat(error.withPosition(2, 3).message())
                    .isEqualTo("no (line 7, position 8)\nin closure call (line 2, position 3)"));
  }

  @Test
  void map_closureOfOtherArity_saysWhatIsMissing() {
    assertThatThrownBy(() -> map(array(1, 2), closure(4, (self, a) -> 1L)))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error ->
                assertThat(error.withPosition(1, 8).message())
                    .isEqualTo(
                        "Function not found: anon$test (i64, i64) (line 1, position 8)\n"
                            + "in call to function 'map' (line 1, position 8)"));
  }

  @Test
  void map_name_findsFunctionsOfScriptAndLibrary() {
    Run run = TestRuns.of(new TestFunction("twice", 1, (self, a) -> number(a[0]) * 2));
    assertThat(ArrayCallbackFunctions.map(run, array(1, 2), RhaiString.of("twice")))
        .hasToString("[2, 4]");
    assertThat(
            ArrayCallbackFunctions.map(
                run, array(array(), array(1), array(2)), FunctionPointer.named("len")))
        .hasToString("[0, 1, 1]");
  }

  @Test
  void map_nameThatFails_tellsOfBothCalls() {
    Run run =
        TestRuns.of(
            new TestFunction(
                "bad",
                1,
                (self, a) -> {
                  throw RhaiError.runtime("oh").withPosition(9, 9);
                }));
    assertThatThrownBy(
            () -> ArrayCallbackFunctions.map(run, array(1), FunctionPointer.named("bad")))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error ->
                assertThat(error.withPosition(1, 2).message())
                    .isEqualTo(
                        """
                        Runtime error: oh (line 9, position 9)
                        in call to function 'bad' (line 1, position 2)
                        in call to function 'map' (line 1, position 2)\
                        """));
  }

  @Test
  void map_reservedName_isASyntaxError() {
    assertThatThrownBy(() -> ArrayCallbackFunctions.map(RUN, array(1), RhaiString.of("if")))
        .hasMessage("Syntax error: 'if' is a reserved keyword");
  }

  @Test
  void filter_answerThatIsNoBool_isFalse() {
    assertThat(ArrayCallbackFunctions.filter(RUN, array(1, 2), closure(1, (self, a) -> a[0])))
        .hasToString("[]");
    assertThat(
            ArrayCallbackFunctions.filter(
                RUN, array(1, 2, 3), closure(2, (self, a) -> number(a[1]) != 1)))
        .hasToString("[1, 3]");
  }

  @Test
  void reduce_withoutInitial_beginsWithUnit() {
    FunctionPointer sum =
        closure(2, (self, a) -> a[0] == Unit.UNIT ? a[1] : number(a[0]) + number(a[1]));
    assertThat(ArrayCallbackFunctions.reduce(RUN, array(1, 2, 3), sum)).isEqualTo(6L);
    assertThat(ArrayCallbackFunctions.reduce(RUN, array(), sum)).isEqualTo(Unit.UNIT);
  }

  @Test
  void reduce_forms_getIndexOrThis() {
    FunctionPointer indexed = closure(3, (self, a) -> number(a[0]) + number(a[1]) * number(a[2]));
    FunctionPointer bound =
        closure(1, (self, a) -> number(a[0]) + number(requireNonNull(self).get()));
    assertThat(ArrayCallbackFunctions.reduce(RUN, array(1, 2, 3), indexed, 0L)).isEqualTo(8L);
    assertThat(ArrayCallbackFunctions.reduce(RUN, array(1, 2, 3), bound, 10L)).isEqualTo(16L);
  }

  @Test
  void reduceRev_indexed_countsDown() {
    FunctionPointer last = closure(3, (self, a) -> number(a[0]) * 10 + number(a[2]));
    assertThat(ArrayCallbackFunctions.reduceRev(RUN, array(7, 7, 7), last, 0L)).isEqualTo(210L);
  }

  @Test
  void forEach_oneParameter_isTheIndex() {
    RhaiArray array = array(10, 20);
    ArrayCallbackFunctions.forEach(
        RUN,
        array,
        closure(
            1,
            (self, a) -> {
              requireNonNull(self).set(number(self.get()) + number(a[0]));
              return Unit.UNIT;
            }));
    assertThat(array).hasToString("[10, 21]");
  }

  @Test
  void zip_unevenArrays_stopsWithTheShorter() {
    FunctionPointer sum = closure(3, (self, a) -> number(a[0]) + number(a[1]) + number(a[2]));
    assertThat(ArrayCallbackFunctions.zip(RUN, array(1, 2, 3), array(10, 20), sum))
        .hasToString("[11, 23]");
  }
}
