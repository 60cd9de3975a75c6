package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.HostFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** The conversions of what is more than data: functions, objects, iterators, errors. */
final class SoakedObjects {

  /** A Java object that scripts use. */
  public interface Counter {
    long add(long amount);

    String getName();
  }

  private static final String SETUP =
      """
      class Thing:
          def __init__(self):
              self.size = 3

      def double(x):
          return 2 * x

      def numbers():
          try:
              for n in range(5):
                  yield 1000 * n
          finally:
              pass

      def fail():
          raise ValueError([1, 2, 3])

      def use(counter):
          return counter.add(1000), counter.name, counter.add

      def survive():
          try:
              host_fail()
          except Exception as error:
              return error.java_class

      def add_all(elements):
          return sum(elements)
      """;

  private static final List<SoakedConversion> ALL =
      List.of(
          new SoakedConversion("call", SoakedObjects::call),
          new SoakedConversion("call with names", SoakedObjects::callWithNames),
          new SoakedConversion("functional interface", SoakedObjects::functionalInterface),
          new SoakedConversion("reference and back", SoakedObjects::reference),
          new SoakedConversion("Java's function in Python", SoakedObjects::newHostFunction),
          new SoakedConversion("exposed object", SoakedObjects::exposed),
          new SoakedConversion("live list", SoakedObjects::liveList),
          new SoakedConversion("generator to its end", SoakedObjects::generatorToItsEnd),
          new SoakedConversion("generator closed early", SoakedObjects::generatorClosed),
          new SoakedConversion("generator forgotten", SoakedObjects::generatorForgotten),
          new SoakedConversion("Java's stream in Python", SoakedObjects::stream),
          new SoakedConversion("Python's error", SoakedObjects::pythonError),
          new SoakedConversion("Java's error through Python", SoakedObjects::javaError),
          new SoakedConversion("Java's error caught in Python", SoakedObjects::javaErrorCaught),
          new SoakedConversion("refused to Java", SoakedObjects::refusedToJava),
          new SoakedConversion("refused to Python", SoakedObjects::refusedToPython));

  private SoakedObjects() {}

  /** Makes Python's side, and returns the conversions. */
  static List<SoakedConversion> prepare(ScriptEngine engine) {
    engine.executeScript(SETUP);
    engine.registerFunction("host_add", a -> a.asLong(0) + a.asLong(1));
    engine.registerFunction("host_same", a -> a.get(0));
    engine.registerFunction(
        "host_fail",
        _ -> {
          throw new HostFailure(1);
        });
    return ALL;
  }

  private static void call(ScriptEngine python) {
    assertThat(python.call("double", 1000).asLong()).isEqualTo(2000);
    assertThat(python.executeScript("host_add(1000, 2000)").asLong()).isEqualTo(3000);
  }

  private static void callWithNames(ScriptEngine python) {
    var function = python.getGlobal("double").asCallable();
    assertThat(function.call(Map.of("x", 1000)).asLong()).isEqualTo(2000);
  }

  private static void functionalInterface(ScriptEngine python) {
    DoubleUnaryOperator function = python.getGlobal("double").as(DoubleUnaryOperator.class);
    assertThat(function.applyAsDouble(0.25)).isEqualTo(0.5);
  }

  private static void reference(ScriptEngine python) {
    var thing = python.executeScript("Thing()");
    assertThat(thing.attribute("size").orElseThrow().asLong()).isEqualTo(3);
    python.setGlobal("received", List.of(thing));
  }

  private static void newHostFunction(ScriptEngine python) {
    python.registerFunction("received_function", a -> a.asLong(0) + 1);
    assertThat(python.executeScript("received_function(1000)").asLong()).isEqualTo(1001);
  }

  private static void exposed(ScriptEngine python) {
    long[] total = {0};
    Counter counter =
        new Counter() {
          @Override
          public long add(long amount) {
            return total[0] += amount;
          }

          @Override
          public String getName() {
            return "counter";
          }
        };
    var used = python.call("use", Exposed.of(counter, Counter.class)).asList();
    assertThat(used.get(0).asLong()).isEqualTo(1000);
    assertThat(used.get(1).asString()).isEqualTo("counter");
  }

  private static void liveList(ScriptEngine python) {
    List<Object> list = new ArrayList<>(List.of(1000, 2000));
    python.setGlobal("received", Exposed.live(list));
    python.executeScript("received.append(host_same(received[1]))");
    assertThat(list).hasSize(3);
  }

  private static void generatorToItsEnd(ScriptEngine python) {
    try (Stream<?> numbers = python.call("numbers").asStream()) {
      assertThat(numbers).hasSize(5);
    }
  }

  private static void generatorClosed(ScriptEngine python) {
    try (ScriptIterator numbers = python.call("numbers").asIterator()) {
      assertThat(numbers.next().asLong()).isZero();
    }
  }

  private static void generatorForgotten(ScriptEngine python) {
    assertThat(python.call("numbers").asIterator().next().asLong()).isZero();
  }

  private static void stream(ScriptEngine python) {
    assertThat(python.call("add_all", Stream.of(1000, 2000)).asLong()).isEqualTo(3000);
  }

  private static void pythonError(ScriptEngine python) {
    assertThatThrownBy(() -> python.call("fail"))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("[1, 2, 3]");
  }

  private static void javaError(ScriptEngine python) {
    assertThatThrownBy(() -> python.call("host_fail")).hasCauseInstanceOf(HostFailure.class);
  }

  private static void javaErrorCaught(ScriptEngine python) {
    assertThat(python.call("survive").asString()).isEqualTo(HostFailure.class.getName());
  }

  private static void refusedToJava(ScriptEngine python) {
    var value = python.executeScript("{'rows': [1, 'two']}");
    assertThatThrownBy(() -> value.asMapOf(int[].class))
        .isInstanceOf(TypeConversionException.class);
  }

  private static void refusedToPython(ScriptEngine python) {
    assertThatThrownBy(() -> python.setGlobal("received", List.of(1000, Thread.currentThread())))
        .isInstanceOf(TypeConversionException.class);
  }
}
