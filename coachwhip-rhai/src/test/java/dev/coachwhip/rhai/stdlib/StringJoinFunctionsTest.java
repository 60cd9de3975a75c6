package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;

class StringJoinFunctionsTest {

  private static final RhaiString X = RhaiString.of("x");
  private final Run run = TestRuns.of();

  @Test
  void add_value_isWhatPrintShows() {
    assertThat(StringJoinFunctions.add(run, X, 1e14)).hasToString("x1e14");
    assertThat(StringJoinFunctions.add(run, X, array(1, "a"))).hasToString("x[1, \"a\"]");
    assertThat(StringJoinFunctions.add(run, true, X)).hasToString("truex");
  }

  @Test
  void add_blob_isItsText() {
    Blob blob = Blob.of((byte) 0x41, (byte) 0xff);
    assertThat(StringJoinFunctions.add(X, blob)).hasToString("xA\ufffd");
    assertThat(StringJoinFunctions.add(blob, X)).hasToString("A\ufffdx");
  }

  @Test
  void add_builtIn_isTheSameAsTheOperator() {
    assertThat(StringJoinFunctions.add(X, Unit.UNIT)).isSameAs(X);
    assertThat(StringJoinFunctions.add(Unit.UNIT, X)).isSameAs(X);
    assertThat(StringJoinFunctions.add(X, X)).hasToString("xx");
    assertThat(StringJoinFunctions.add(X, RhaiCharacter.of('y'))).hasToString("xy");
    assertThat(StringJoinFunctions.add(RhaiCharacter.of('y'), X)).hasToString("yx");
  }

  @Test
  void append_replacesTheReceiver() {
    Ref<RhaiString> text = new Ref<>(X);
    StringJoinFunctions.append(run, text, 42L);
    StringJoinFunctions.append(text, Blob.of((byte) 0x42));
    StringJoinFunctions.append(text, Unit.UNIT);
    StringJoinFunctions.append(text, X);
    StringJoinFunctions.append(text, RhaiCharacter.of('c'));
    assertThat(text.get()).hasToString("x42Bxc");
  }
}
