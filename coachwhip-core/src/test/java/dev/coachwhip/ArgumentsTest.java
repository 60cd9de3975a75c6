package dev.coachwhip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.toy.ToyValues;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private final ScriptValue[] positional = {
    ToyValues.of(1), ToyValues.of("two"), ToyValues.of(0.5)
  };
  private final Arguments arguments =
      Arguments.of("move", positional, Map.of("speed", ToyValues.of(9)));

  @Test
  void get_presentPositions_returnsThem() {
    assertThat(arguments.size()).isEqualTo(3);
    assertThat(arguments.asLong(0)).isEqualTo(1);
    assertThat(arguments.asString(1)).isEqualTo("two");
    assertThat(arguments.asDouble(2)).isEqualTo(0.5);
    assertThat(arguments.get(0, int.class)).isEqualTo(1);
    assertThat(arguments.positional()).containsExactly(positional);
  }

  @Test
  void get_missingPosition_namesFunctionAndCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> arguments.get(3))
        .withMessage("move() needs at least 4 arguments, got 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.of("f", new ScriptValue[0], Map.of()).get(0))
        .withMessage("f() needs at least 1 argument, got 0");
  }

  @Test
  void get_byPositionOrName_findsEither() {
    assertThat(arguments.get(0, "axis").asLong()).isEqualTo(1);
    assertThat(arguments.get(3, "speed").asLong()).isEqualTo(9);
  }

  @Test
  void get_byNeither_namesTheArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> arguments.get(3, "wait"))
        .withMessage("move() is missing argument 'wait'");
  }

  @Test
  void get_byBoth_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> arguments.get(0, "speed"))
        .withMessage("move() got argument 'speed' twice: by position and by name");
  }

  @Test
  void named_presentAndAbsent_areTold() {
    assertThat(arguments.named("speed")).contains(ToyValues.of(9));
    assertThat(arguments.named("wait")).isEmpty();
    assertThat(arguments.named()).containsOnlyKeys("speed");
  }

  @Test
  void get_wrongType_isAConversionError() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> arguments.asBoolean(0));
  }

  @Test
  void collections_returned_areUnmodifiable() {
    ScriptValue one = ToyValues.of(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> arguments.positional().set(0, one));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> arguments.named().put("x", one));
  }

  @Test
  void toString_withNames_showsAll() {
    assertThat(arguments).hasToString("move[1, two, 0.5]{speed=9}");
  }
}
