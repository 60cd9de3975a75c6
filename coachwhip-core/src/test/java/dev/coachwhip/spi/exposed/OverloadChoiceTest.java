package dev.coachwhip.spi.exposed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.toy.ToyValues;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

class OverloadChoiceTest {

  /** Each method returns which one it is. */
  @SuppressWarnings("unused") // called through the API
  public static final class Many {
    public String number(int a) {
      return "int";
    }

    public String number(long a) {
      return "long";
    }

    public String number(double a) {
      return "double";
    }

    public String number(BigInteger a) {
      return "BigInteger";
    }

    public String boxed(Integer a) {
      return "Integer";
    }

    public String boxed(double a) {
      return "double";
    }

    public String any(Object a) {
      return "Object";
    }

    public String any(String a) {
      return "String";
    }

    public String any(CharSequence a) {
      return "CharSequence";
    }

    public String any(boolean a) {
      return "boolean";
    }

    public String many(String a) {
      return "one";
    }

    public String many(String a, String... rest) {
      return "rest " + rest.length;
    }

    public String many(int... rest) {
      return "ints " + rest.length;
    }

    public String list(Collection<?> a) {
      return "Collection";
    }

    public String list(List<?> a) {
      return "List";
    }

    public String list(double[] a) {
      return "double[]";
    }

    public String torn(int a, double b) {
      return "int, double";
    }

    public String torn(double a, int b) {
      return "double, int";
    }

    public String nulls(String a) {
      return "String";
    }

    public String nulls(Integer a) {
      return "Integer";
    }

    public String named(double position) {
      return "position";
    }

    public String named(double position, double speed) {
      return "position " + position + ", speed " + speed;
    }

    public String named(String place) {
      return "place";
    }
  }

  private static @Nullable Object call(String method, Map<String, ?> named, Object... positional)
      throws Exception {
    ScriptValue[] values = Arrays.stream(positional).map(ToyValues::of).toArray(ScriptValue[]::new);
    Map<String, ScriptValue> namedValues = new LinkedHashMap<>();
    named.forEach((name, value) -> namedValues.put(name, ToyValues.of(value)));
    ExposedMethod exposed = ExposedApi.of(Many.class).method(method).orElseThrow();
    return exposed.prepare(Arguments.of(method, values, namedValues)).on(new Many());
  }

  static Stream<ArgumentSet> choices() {
    return Stream.of(
        choice("long", "number", 5L),
        choice("long", "number", 1L << 40),
        choice("BigInteger", "number", BigInteger.ONE.shiftLeft(70)),
        choice("double", "number", 2.5),
        choice("Integer", "boxed", 5L),
        choice("double", "boxed", 1L << 40),
        choice("String", "any", "text"),
        choice("boolean", "any", true),
        choice("Object", "any", 3L),
        choice("Object", "any", List.of()),
        choice("one", "many", "a"),
        choice("rest 1", "many", "a", "b"),
        choice("rest 2", "many", "a", "b", "c"),
        choice("ints 0", "many"),
        choice("ints 2", "many", 1L, 2L),
        choice("List", "list", List.of(1.5)),
        choice("Collection", "list", Set.of(1.5)),
        choice("int, double", "torn", 1L, 2.5),
        choice("double, int", "torn", 1.5, 2L));
  }

  private static ArgumentSet choice(String expected, String method, Object... values) {
    return org.junit.jupiter.params.provider.Arguments.argumentSet(
        method + Arrays.toString(values), expected, method, values);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void arguments_byPosition_chooseTheClosestOverload(
      String expected, String method, Object[] values) throws Exception {
    assertThat(call(method, Map.of(), values)).isEqualTo(expected);
  }

  @Test
  void arguments_byName_chooseByTheNames() throws Exception {
    assertThat(call("named", Map.of("place", "x"))).isEqualTo("place");
    assertThat(call("named", Map.of("speed", 2L), 1.5)).isEqualTo("position 1.5, speed 2.0");
    assertThatThrownBy(() -> call("named", Map.of("place", 2L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> call("named", Map.of("position", 2L), 1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overloads_thatFitEquallyWell_areListed() {
    assertThatThrownBy(() -> call("torn", Map.of(), 1L, 2L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            torn() is ambiguous for (int 1, int 2); these fit equally well:
              String torn(double a, int b)
              String torn(int a, double b)\
            """);
    assertThatThrownBy(() -> call("nulls", Map.of(), new Object[] {null}))
        .hasMessageContaining("ambiguous");
  }

  @Test
  void overloads_noneFits_areListedWithWhatWasGiven() {
    assertThatThrownBy(() -> call("nulls", Map.of("x", 1L), 2.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            no nulls() takes (float 2.5, x=int 1); there are:
              String nulls(Integer a)
              String nulls(String a)\
            """);
  }

  @Test
  void exception_ofTheMethod_isTheSameObject() {
    IllegalStateException thrown = new IllegalStateException();
    Runnable failing =
        () -> {
          throw thrown;
        };
    ExposedMethod run = ExposedApi.of(Runnable.class).method("run").orElseThrow();

    assertThatThrownBy(
            () -> run.prepare(Arguments.of("run", new ScriptValue[0], Map.of())).on(failing))
        .isSameAs(thrown);
  }
}
