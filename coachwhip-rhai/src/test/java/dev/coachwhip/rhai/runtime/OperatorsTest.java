package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.character;
import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OperatorsTest {

  private final Run run = Samples.run();

  private static BinaryOperator operator(String symbol) {
    return Arrays.stream(BinaryOperator.values())
        .filter(operator -> operator.symbol().equals(symbol))
        .findAny()
        .orElseThrow();
  }

  private Object binary(Object left, String symbol, Object right) {
    return Operators.binary(operator(symbol), left, right, run, 3, 4);
  }

  private Object assign(Object left, String symbol, Object right) {
    return Operators.assign(operator(symbol), left, right, run, 3, 4);
  }

  @Test
  void numbers_mixed_areFloats() {
    assertThat(binary(1L, "+", 0.5)).isEqualTo(1.5);
    assertThat(binary(0.5, "*", 4L)).isEqualTo(2.0);
    assertThat(binary(7L, "/", 2L)).isEqualTo(3L);
    assertThat(binary(1.0, "/", 0L)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(binary(2L, "**", 0.5)).isEqualTo(Math.sqrt(2));
    assertThat(binary(9007199254740993L, "==", 9007199254740992.0)).isEqualTo(true);
  }

  @Test
  void text_ofStringsAndCharacters_isJoinedAndCompared() {
    assertThat(binary(string("a"), "+", character('b'))).isEqualTo(string("ab"));
    assertThat(binary(character('a'), "+", character('b'))).isEqualTo(string("ab"));
    assertThat(binary(character('a'), "+", string("bc"))).isEqualTo(string("abc"));
    assertThat(binary(string("a"), "+", Unit.UNIT)).isEqualTo(string("a"));
    assertThat(binary(Unit.UNIT, "+", string("a"))).isEqualTo(string("a"));
    assertThat(binary(string("a"), "==", character('a'))).isEqualTo(true);
    assertThat(binary(character('a'), "<", string("ab"))).isEqualTo(true);
    assertThat(binary(string("b"), ">", character('a'))).isEqualTo(true);
    assertThat(binary(string(""), "<", character('a'))).isEqualTo(true);
    assertThat(binary(string("abab"), "-", character('a'))).isEqualTo(string("bb"));
  }

  @Test
  void comparisons_ofDifferentTypes_areFalse() {
    for (String symbol : new String[] {"==", "<", "<=", ">", ">="}) {
      assertThat(binary(1L, symbol, string("1"))).isEqualTo(false);
      assertThat(binary(Unit.UNIT, symbol, 1L)).isEqualTo(false);
    }
    assertThat(binary(1L, "!=", string("1"))).isEqualTo(true);
    assertThat(binary(Unit.UNIT, "==", Unit.UNIT)).isEqualTo(true);
    assertThat(binary(Unit.UNIT, "<=", Unit.UNIT)).isEqualTo(false);
  }

  @Test
  void ranges_ofTwoKinds_differButHaveNoEquals() {
    RhaiRange exclusive = RhaiRange.exclusive(1, 3);
    RhaiRange inclusive = RhaiRange.inclusive(1, 3);
    assertThat(binary(exclusive, "==", RhaiRange.exclusive(1, 3))).isEqualTo(true);
    assertThat(binary(exclusive, "!=", inclusive)).isEqualTo(true);
    assertThatThrownBy(() -> binary(exclusive, "==", inclusive))
        .hasMessage("Function not found: == (range, range=) (line 3, position 4)");
  }

  @Test
  void builtIn_failing_hasNoPosition() {
    assertThatThrownBy(() -> binary(1L, "/", 0L)).hasMessage("Division by zero: 1 / 0");
    assertThatThrownBy(() -> assign(1L, "/", 0L))
        .hasMessage("Division by zero: 1 / 0 (line 3, position 4)");
  }

  @Test
  void missing_operator_hasPositionAndTypes() {
    assertThatThrownBy(() -> binary(true, "+", string("x")))
        .hasMessage(
            "Function not found: + (bool, &str | ImmutableString | String) (line 3, position 4)");
    assertThatThrownBy(() -> binary(1L, "&", 1.5))
        .hasMessage("Function not found: & (i64, f64) (line 3, position 4)");
    assertThatThrownBy(() -> binary(new UnsignedByte(1), "+", 1L))
        .hasMessage("Function not found: + (u8, i64) (line 3, position 4)");
  }

  @Test
  void tagged_operands_countAsTheirValues() {
    assertThat(binary(Tagged.of(1L, 5), "+", Tagged.of(2L, 6))).isEqualTo(3L);
    assertThat(binary(new Cell(1L), "<", 2L)).isEqualTo(true);
  }

  @Test
  void assign_toArray_changesItInPlace() {
    RhaiArray array = RhaiArray.of(1L);
    assertThat(assign(array, "+", 2L)).isSameAs(array);
    assertThat(assign(array, "+", RhaiArray.of(3L, 4L))).isSameAs(array);
    assertThat(array).hasToString("[1, 2, 3, 4]");
    Blob blob = Blob.of((byte) 1);
    assign(blob, "+", 258L);
    assign(blob, "+", string("é"));
    assertThat(blob).hasToString("[0102c3a9]");
  }

  @Test
  void assign_otherTypes_isTheOperator() {
    assertThat(assign(1L, "+", 1.5)).isEqualTo(2.5);
    assertThat(assign(character('a'), "+", string("bc"))).isEqualTo(string("abc"));
    assertThat(assign(string("ab"), "-", string("b"))).isEqualTo(string("a"));
    assertThat(assign(5L, "<<", 1L)).isEqualTo(10L);
    assertThat(assign(true, "&", false)).isEqualTo(false);
    assertThatThrownBy(() -> assign(1L, "+", true))
        .hasMessage("Function not found: + (i64, bool) (line 3, position 4)");
  }

  @Test
  void assign_overALimit_fails() {
    Run limited = Samples.run(new RunLimits(0, 64, 5, 3, 0, 99, 99));
    RhaiArray array = RhaiArray.of(1L, 2L, 3L);
    assertThatThrownBy(() -> Operators.assign(BinaryOperator.ADD, array, 4L, limited, 1, 2))
        .hasMessage("Size of array/BLOB too large (line 1, position 2)");
    assertThatThrownBy(
            () -> Operators.binary(BinaryOperator.ADD, string("abc"), string("def"), limited, 1, 2))
        .hasMessage("Length of string too large");
  }

  @Test
  void unary_ofAnyType_isTheOperatorOrFails() {
    assertThat(Operators.unary(UnaryOperator.MINUS, 5L, run, 1, 2)).isEqualTo(-5L);
    assertThat(Operators.unary(UnaryOperator.MINUS, 0.0, run, 1, 2)).isEqualTo(-0.0);
    assertThat(Operators.unary(UnaryOperator.NOT, true, run, 1, 2)).isEqualTo(false);
    assertThatThrownBy(() -> Operators.unary(UnaryOperator.MINUS, Long.MIN_VALUE, run, 1, 2))
        .hasMessage("Negation overflow: --9223372036854775808 (line 1, position 2)");
    assertThatThrownBy(() -> Operators.unary(UnaryOperator.NOT, 1L, run, 1, 2))
        .hasMessage("Function not found: ! (i64) (line 1, position 2)");
  }

  @Test
  void contains_definedByTheScript_isCalled() {
    ScriptFunction own = Samples.function("contains", null, 2, (run, self, args) -> args[1]);
    RhaiArray array = RhaiArray.of(1L);
    assertThat(Operators.contains(array, true, Samples.run(own), 1, 2)).isEqualTo(true);
    assertThatThrownBy(() -> Operators.contains(array, true, run, 1, 2))
        .hasMessage("Function not found: contains (array, bool) (line 1, position 2)");
  }
}
