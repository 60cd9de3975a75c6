package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;

class TextFunctionsTest {

  private final Run run = TestRuns.of();

  @Test
  void text_valueOnItsOwn_isNotQuoted() {
    assertThat(TextFunctions.text(run, RhaiCharacter.of('c'))).hasToString("c");
    assertThat(TextFunctions.text(run, -0.0)).hasToString("0.0");
    assertThat(TextFunctions.text(run, Unit.UNIT)).hasToString("");
    assertThat(TextFunctions.text(run, array("a", Unit.UNIT))).hasToString("[\"a\", ()]");
    assertThat(TextFunctions.text(RhaiString.of("a"))).hasToString("a");
    assertThat(TextFunctions.empty()).hasToString("");
  }

  @Test
  void debugText_string_isQuoted() {
    assertThat(TextFunctions.debugText(run, RhaiString.of("a\n\""))).hasToString("\"a\\n\\\"\"");
    assertThat(TextFunctions.debugText(run, Unit.UNIT)).hasToString("()");
    assertThat(TextFunctions.debugText(run, -0.0)).hasToString("-0.0");
  }

  @Test
  void toHex_negative_showsAllBits() {
    assertThat(TextFunctions.toHex(255)).hasToString("ff");
    assertThat(TextFunctions.toHex(-1)).hasToString("ffffffffffffffff");
    assertThat(TextFunctions.toOctal(-1)).hasToString("1777777777777777777777");
    assertThat(TextFunctions.toBinary(10)).hasToString("1010");
    assertThat(TextFunctions.toBinary(0)).hasToString("0");
  }
}
