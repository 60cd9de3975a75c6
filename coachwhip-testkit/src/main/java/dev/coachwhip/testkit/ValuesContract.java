package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values that scripts make. */
interface ValuesContract extends ContractFixture {

  @TestFactory
  @DisplayName("E4 value of a script")
  default Stream<DynamicTest> executeScript_literal_returnsItsValueTypeAndText() {
    return dialect().literals().stream()
        .map(literal -> dynamicTest(literal.expression(), () -> checkLiteral(literal)));
  }

  private void checkLiteral(Dialect.Literal literal) {
    ScriptValue value = run(dialect().result(literal.expression()));
    assertThat(value.toJava()).isEqualTo(literal.java());
    assertThat(value.typeName()).isEqualTo(literal.typeName());
    assertThat(value).hasToString(literal.printed());
    assertThat(value.backendName()).isEqualTo(engine().backendName());
    assertThat(value.isNull()).isEqualTo(literal.java() == null);
  }

  @TestFactory
  @DisplayName("E4 value given back to the script")
  default Stream<DynamicTest> setGlobal_scriptsOwnValue_keepsTypeAndText() {
    return dialect().literals().stream()
        .map(literal ->
            dynamicTest(
                literal.expression(),
                () -> {
                  ScriptValue value = run(dialect().result(literal.expression()));
                  engine().setGlobal("given_back", value);
                  ScriptValue read = engine().getGlobal("given_back");
                  assertThat(read.typeName()).isEqualTo(value.typeName());
                  assertThat(read).isEqualTo(value).hasToString(value.toString());
                }));
  }

  @Test
  @DisplayName("E4 plain values outlive their engine")
  default void value_afterClose_isReadable() {
    for (Dialect.Literal literal : dialect().literals()) {
      ScriptValue value;
      try (ScriptEngine other = builder().build()) {
        value = other.executeScript(dialect().result(literal.expression()));
      }
      assertThat(value.toJava()).isEqualTo(literal.java());
      assertThat(value).hasToString(literal.printed());
    }
  }
}
