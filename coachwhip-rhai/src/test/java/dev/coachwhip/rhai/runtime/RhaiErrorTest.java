package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RhaiErrorTest {

  private static void assertMessage(RhaiError error, String message) {
    assertThat(error).hasMessage(message);
  }

  @Test
  void message_ofEachKind_isRhais() {
    assertMessage(RhaiError.variableNotFound("x"), "Variable not found: x");
    assertMessage(RhaiError.variableExists("x"), "Variable already defined: x");
    assertMessage(RhaiError.forbiddenVariable("x"), "Forbidden variable name: x");
    assertMessage(RhaiError.moduleNotFound("m"), "Module not found: m");
    assertMessage(RhaiError.unboundThis(), "'this' not bound");
    assertMessage(RhaiError.notIterable(), "For loop expects iterable type");
    assertMessage(RhaiError.dataRace(""), "Data race detected");
    assertMessage(RhaiError.dataRace("x"), "Data race detected on variable 'x'");
    assertMessage(
        RhaiError.nonPureOnConstant("push"), "Non-pure method 'push' cannot be called on constant");
    assertMessage(RhaiError.nonPureOnConstant("set$x"), "Cannot modify property 'x' of constant");
    assertMessage(
        RhaiError.nonPureOnConstant("get$x"), "Non-pure property x cannot be accessed on constant");
    assertMessage(
        RhaiError.nonPureOnConstant(FunctionTable.INDEX_SETTER),
        "Cannot assign to indexer of constant");
    assertMessage(RhaiError.assignmentToConstant("A"), "Cannot modify constant A");
    assertMessage(
        RhaiError.mismatchOutput("map", "array"), "Output type incorrect: array (expecting map)");
    assertMessage(RhaiError.mismatch("map", ""), "Data type incorrect, expecting map");
    assertMessage(RhaiError.tooManyOperations(), "Too many operations");
    assertMessage(RhaiError.tooManyVariables(), "Too many variables defined");
    assertMessage(RhaiError.tooManyModules(), "Too many modules imported");
    assertMessage(RhaiError.stackOverflow(), "Stack overflow");
    assertMessage(RhaiError.terminated(Unit.UNIT), "Script terminated");
    assertMessage(
        RhaiError.parsing("Reserved", "'if' is a reserved keyword", 1, 4),
        "Syntax error: 'if' is a reserved keyword (line 1, position 4)");
    assertMessage(RhaiError.customSyntax("bad", List.of("a", "b")), "bad: a b");
    assertMessage(RhaiError.system("", new Exception("io")), "io");
    assertMessage(RhaiError.system("file", new Exception("io")), "file: io");
  }

  @Test
  void message_ofThrownValue_showsIt() {
    assertMessage(RhaiError.thrown(Unit.UNIT), "Runtime error");
    assertMessage(RhaiError.runtime(""), "Runtime error");
    assertMessage(RhaiError.runtime("bad"), "Runtime error: bad");
    assertMessage(
        RhaiError.thrown(RhaiArray.of(string("a"), Samples.character('b'))),
        "Runtime error: [\"a\", 'b']");
  }

  @Test
  void inCall_ofOrdinaryError_wrapsIt() {
    RhaiError error =
        RhaiError.arithmetic("oops").withPosition(1, 2).inCall("leaf", 3, 4).inCall("anon$1", 5, 6);
    assertMessage(
        error,
        "oops (line 1, position 2)\nin call to function 'leaf' (line 3, position 4)"
            + "\nin closure call (line 5, position 6)");
    assertThat(error.innermost().kind()).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(error.frames())
        .containsExactly(new CallFrame("leaf", "", 3, 4), new CallFrame("anon$1", "", 5, 6));
  }

  @Test
  void inCall_ofAnotherSource_namesIt() {
    assertMessage(
        RhaiError.arithmetic("oops").withPosition(1, 2).inCall("f", "lib", 3, 4),
        "oops @ 'lib' (line 1, position 2)\nin call to function 'f' (from 'lib')"
            + " (line 3, position 4)");
  }

  @Test
  void inCall_ofLimit_onlyMovesIt() {
    RhaiError error = RhaiError.stackOverflow().withPosition(1, 2).inCall("f", 3, 4);
    assertMessage(error, "Stack overflow (line 3, position 4)");
    assertThat(error.isCatchable()).isFalse();
    assertThat(error.frames()).isEmpty();
  }

  @Test
  void inModule_anyError_wrapsIt() {
    assertMessage(
        RhaiError.arithmetic("oops").inModule("m", 2, 3),
        "oops\nin module 'm' (line 2, position 3)");
  }

  @Test
  void withPosition_twice_keepsTheFirst() {
    RhaiError error = RhaiError.arithmetic("oops").withPosition(1, 2).withPosition(3, 4);
    assertThat(List.of(error.line(), error.column())).containsExactly(1, 2);
  }

  @Test
  void caughtValue_ofThrownValue_isTheValue() {
    Object value = RhaiError.thrown(5L).withPosition(1, 1).inCall("f", 2, 2).caughtValue();
    assertThat(value).isEqualTo(5L);
  }

  @Test
  void caughtValue_ofOtherErrors_isAMap() {
    assertThat(RhaiError.arrayBounds(2, 9).withPosition(3, 4).caughtValue())
        .hasToString(
            "#{\"error\": \"ErrorArrayBounds\", \"index\": 9, \"length\": 2, \"line\": 3,"
                + " \"message\": \"Array index 9 out of bounds: only 2 elements in array\","
                + " \"position\": 4}");
    assertThat(RhaiError.arithmetic("oops").withPosition(1, 2).inCall("f", 3, 4).caughtValue())
        .hasToString(
            "#{\"error\": \"ErrorInFunctionCall\", \"function\": \"f\", \"line\": 3, \"message\":"
                + " \"oops (line 1, position 2)\\nin call to function 'f'\", \"position\": 4,"
                + " \"source\": \"\"}");
    assertThat(RhaiError.variableNotFound("x").caughtValue())
        .hasToString(
            "#{\"error\": \"ErrorVariableNotFound\", \"message\": \"Variable not found: x\","
                + " \"variable\": \"x\"}");
  }

  @Test
  void rethrown_byEmptyThrow_isTheSameElsewhere() {
    RhaiError caught = RhaiError.arithmetic("oops").withPosition(1, 2);
    caught.caughtValue();
    RhaiError again = caught.rethrown(RhaiError.thrown(Unit.UNIT).withPosition(5, 6));
    assertThat(again).isSameAs(caught).hasMessage("oops (line 5, position 6)");
    RhaiError other = RhaiError.runtime("other");
    assertThat(caught.rethrown(other)).isSameAs(other);
  }

  @Test
  void caughtValue_changedByTheHandler_leavesTheErrors() {
    RhaiError error = RhaiError.thrown(RhaiArray.of(1L));
    ((RhaiArray) error.caughtValue()).add(2L);
    assertThat(error).hasMessage("Runtime error: [1]");
  }

  @Test
  void withPosition_ofSystemError_isNone() {
    assertMessage(RhaiError.system("io", null).withPosition(1, 2), "io");
  }
}
