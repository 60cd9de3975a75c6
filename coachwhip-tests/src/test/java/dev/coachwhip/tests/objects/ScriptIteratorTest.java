package dev.coachwhip.tests.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.CallerThread;
import dev.coachwhip.tests.support.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Python's iterators and generators in Java (V). */
@Tag("python")
@DisplayName("V: Python iterators and generators as Java iterators and streams")
class ScriptIteratorTest {

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void define() {
    python.run(
        """
        log = []
        def count(n):
            try:
                for i in range(n):
                    log.append(i)
                    yield i
            finally:
                log.append("finally")
        """);
  }

  @AfterEach
  void close() {
    python.close();
  }

  private @Nullable Object log() {
    return python.run("log").toJava();
  }

  private static List<Object> all(ScriptIterator iterator) {
    List<Object> found = new ArrayList<>();
    iterator.forEachRemaining(value -> found.add(value.toJava()));
    return found;
  }

  @Test
  void generator_asIterator_isPulledOneByOne() {
    ScriptIterator iterator = python.run("count(2)").asIterator();

    assertThat(log()).isEqualTo(List.of());
    assertThat(iterator.next().asLong()).isZero();
    assertThat(log()).isEqualTo(List.of(0L));
    assertThat(iterator.hasNext()).isTrue();
    assertThat(iterator.hasNext()).isTrue();
    assertThat(log()).isEqualTo(List.of(0L, 1L));
    assertThat(iterator.next().asLong()).isEqualTo(1);
    assertThat(iterator.hasNext()).isFalse();
    assertThat(log()).isEqualTo(List.of(0L, 1L, "finally"));
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void generator_closedEarly_runsItsFinally() {
    try (ScriptIterator iterator = python.run("count(9)").asIterator()) {
      iterator.next();
    }
    assertThat(log()).isEqualTo(List.of(0L, "finally"));
  }

  @Test
  void generator_closedTwiceOrUnused_isClosedOnce() {
    ScriptIterator iterator = python.run("count(9)").asIterator();
    iterator.close();
    iterator.close();

    assertThat(iterator.hasNext()).isFalse();
    assertThat(log()).isEqualTo(List.of());
  }

  @Test
  void stream_closedEarly_closesTheGenerator() {
    try (Stream<ScriptValue> stream = python.run("count(9)").asStream()) {
      assertThat(stream.limit(3).mapToLong(ScriptValue::asLong).sum()).isEqualTo(3);
    }
    assertThat(log()).asInstanceOf(LIST).endsWith("finally").hasSizeLessThan(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0, 1, 2]",
        "(0, 1, 2)",
        "iter([0, 1, 2])",
        "(n for n in [0, 1, 2])",
        "map(int, '012')",
        "{0: 'a', 1: 'b', 2: 'c'}.keys()",
        "type('Mine', (), {'__iter__': lambda self: iter([0, 1, 2])})()",
      })
  void whatCanBeIterated_asIterator_givesItsElements(String script) {
    assertThat(all(python.run(script).asIterator())).isEqualTo(List.of(0L, 1L, 2L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"object()", "len", "3", "type('Mine', (), {'__iter__': None})()"})
  void whatCannotBeIterated_asIterator_isAConversionError(String script) {
    assertThatThrownBy(() -> python.run(script).asIterator())
        .isInstanceOf(TypeConversionException.class);
  }

  @Test
  void generatorThatRaises_used_endsWithThatError() {
    python.run("def bad():\n  yield 1\n  raise KeyError('k')\n");
    ScriptIterator iterator = python.run("bad()").asIterator();
    iterator.next();

    ScriptRuntimeException error =
        catchThrowableOfType(ScriptRuntimeException.class, iterator::hasNext);
    assertThat(error.typeName()).isEqualTo("KeyError");
    assertThat(error.frames()).anyMatch(frame -> frame.function().contains("bad"));
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void generatorThatFailsToClose_closed_throws() {
    python.run("def stubborn():\n  try:\n    yield 1\n  finally:\n    1 / 0\n");
    ScriptIterator iterator = python.run("stubborn()").asIterator();
    iterator.next();

    assertThatThrownBy(iterator::close).hasMessageContaining("ZeroDivisionError");
    iterator.close();
  }

  @Test
  void generatorThatGoesOn_closed_isAnError() {
    python.run(
        """
        def endless():
            while True:
                try:
                    yield 1
                except GeneratorExit:
                    pass
        """);
    ScriptIterator iterator = python.run("endless()").asIterator();
    iterator.next();

    assertThatThrownBy(iterator::close).hasMessageContaining("generator ignored GeneratorExit");
    python.run("endless = None");
  }

  @Test
  void generator_closedByTheScript_hasNoMore() {
    python.run("g = count(5)");
    ScriptIterator iterator = python.run("g").asIterator();
    iterator.next();
    python.run("g.close()");

    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void generator_askedWhileItRuns_isAnErrorOfTheScript() {
    AtomicReference<ScriptIterator> itself = new AtomicReference<>();
    python.engine().registerFunction("again", arguments -> itself.get().next());
    python.run("def loop():\n  yield again()\n");
    itself.set(python.run("loop()").asIterator());

    assertThatThrownBy(() -> itself.get().next())
        .hasStackTraceContaining("generator already executing");
  }

  @Test
  void iterator_afterItsEngineClosed_isAnIllegalState() {
    ScriptIterator iterator = python.run("count(5)").asIterator();
    iterator.next();
    python.close();

    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(iterator::hasNext).isInstanceOf(IllegalStateException.class);
    iterator.close();
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void iterator_ofAValueKept_beginsAfterItsEngineClosed_isAnIllegalState() {
    ScriptValue generator = python.run("count(5)");
    python.close();

    assertThatThrownBy(generator::asIterator).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void iterator_usedOnAnotherThread_goesOn() {
    ScriptIterator iterator = python.run("count(3)").asIterator();
    iterator.next();

    assertThat(CallerThread.virtual(() -> iterator.next().asLong())).isEqualTo(1);
    assertThat(CallerThread.withUsualStack(() -> all(iterator))).isEqualTo(List.of(2L));
  }

  @Test
  void exitInAGenerator_endsTheIteration() {
    python.run("import sys\ndef leaving():\n  yield 1\n  sys.exit()\n");

    assertThat(all(python.run("leaving()").asIterator())).isEqualTo(List.of(1L));
  }
}
