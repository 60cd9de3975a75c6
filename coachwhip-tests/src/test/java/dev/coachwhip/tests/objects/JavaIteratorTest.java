package dev.coachwhip.tests.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.tests.support.TestEngine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Java iterators and streams as Python iterators (V). */
@Tag("python")
@DisplayName("V: Java iterators, iterables and streams as Python iterators")
class JavaIteratorTest {

  private final TestEngine python = new TestEngine();
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void close() {
    python.close();
  }

  private @Nullable Object result(String script) {
    return python.run(script).toJava();
  }

  private Stream<Integer> numbers() {
    return Stream.iterate(0, n -> n + 1).onClose(closed::incrementAndGet);
  }

  @Test
  void iterator_inPython_givesEachElementOnce() {
    python.engine().setGlobal("it", List.of(1, 2, 3).iterator());

    assertThat(result("[next(it), list(it), list(it), next(it, 'end'), iter(it) is it]"))
        .isEqualTo(List.of(1L, List.of(2L, 3L), List.of(), "end", true));
  }

  @Test
  void iterable_inPython_beginsAnewEachTime() {
    python.engine().setGlobal("numbers", (Iterable<Integer>) () -> List.of(1, 2).iterator());

    assertThat(result("[list(numbers), list(numbers)]"))
        .isEqualTo(List.of(List.of(1L, 2L), List.of(1L, 2L)));
  }

  @Test
  void streams_ofAllKinds_areIterators() {
    python.engine().setGlobal("a", IntStream.range(0, 3));
    python.engine().setGlobal("b", LongStream.of(1L << 40));
    python.engine().setGlobal("c", DoubleStream.of(0.5));
    python.engine().setGlobal("d", Stream.of("x", "y"));

    assertThat(result("[list(a), list(b), list(c), list(d)]"))
        .isEqualTo(
            List.of(List.of(0L, 1L, 2L), List.of(1L << 40), List.of(0.5), List.of("x", "y")));
  }

  @Test
  void endlessStream_inPython_isLazy() {
    python.engine().setGlobal("s", numbers());

    assertThat(result("from itertools import islice\nlist(islice(s, 3))"))
        .isEqualTo(List.of(0L, 1L, 2L));
    assertThat(closed).hasValue(0);
  }

  @Test
  void stream_usedUp_isClosed() {
    python.engine().setGlobal("s", numbers().limit(2).onClose(closed::incrementAndGet));

    python.run("list(s)");

    assertThat(closed).hasValue(2);
  }

  @Test
  void stream_closedOrLeft_isClosedOnceAndEnds() {
    python.engine().setGlobal("s", numbers());
    assertThat(result("next(s); s.close(); s.close(); list(s)")).isEqualTo(List.of());
    assertThat(closed).hasValue(1);

    python.engine().setGlobal("t", numbers());
    assertThat(result("with t as it:\n  next(it)\nresult = next(t, 'end')")).isEqualTo("end");
    assertThat(closed).hasValue(2);
  }

  @Test
  void stream_droppedByPython_isClosed() {
    python.engine().setGlobal("s", numbers());

    python.run("next(s); del s");

    assertThat(closed).hasValue(1);
  }

  @Test
  void stream_leftWhenItsEngineCloses_isClosed() {
    python.engine().setGlobal("s", numbers());
    python.run("next(s)");

    python.close();

    assertThat(closed).hasValue(1);
  }

  @Test
  void exception_ofAnIterator_arrivesAsOfAHostFunction() {
    IllegalStateException failure = new IllegalStateException("no more light");
    python
        .engine()
        .setGlobal(
            "s",
            Stream.of(1, 2)
                .peek(n -> {
                  if (n == 2) {
                    throw failure;
                  }
                }));

    assertThat(catchThrowable(() -> python.run("list(s)"))).hasCause(failure);
    assertThat(result("try:\n  next(s)\nexcept StopIteration:\n  result = 'ended'")).isNotNull();
  }

  @Test
  void streamThatFailsToClose_used_raises() {
    python
        .engine()
        .setGlobal(
            "s",
            Stream.of(1)
                .onClose(() -> {
                  throw new IllegalStateException("cannot close");
                }));

    assertThatThrownBy(() -> python.run("s.close()")).hasMessageContaining("cannot close");
  }

  @Test
  void listChanged_duringIteration_isARuntimeError() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    python.engine().setGlobal("it", list.iterator());
    python.run("next(it)");
    list.add(4);

    assertThatThrownBy(() -> python.run("next(it)"))
        .hasMessageContaining("RuntimeError")
        .hasMessageContaining("changed during iteration");
  }

  @Test
  void iterator_backInJava_isTheSame() {
    Iterator<Integer> iterator = List.of(1, 2).iterator();
    python.engine().setGlobal("it", iterator);

    assertThat(python.run("it").toJava()).isSameAs(iterator);
  }

  @Test
  void iteratorOfTheScript_throughJava_isItself() {
    python.engine().registerFunction("same", arguments -> arguments.get(0).asIterator());

    assertThat(result("g = (n for n in range(3))\nh = same(g)\n[h is g, list(h)]"))
        .isEqualTo(List.of(true, List.of(0L, 1L, 2L)));
  }

  @Test
  void element_withoutCounterpart_isAnErrorAndTheNextOneComes() {
    python.engine().setGlobal("s", Stream.of(new Object(), 2));

    assertThatThrownBy(() -> python.run("next(s)")).hasMessageContaining("java.lang.Object");
    assertThat(result("next(s)")).isEqualTo(2L);
  }
}
