package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays of Java's numbers, to scripts and back. */
final class NumberArraysTest extends RhaiEngineFixture {

  @Test
  void setGlobal_arraysOfNumbers_areArraysOfScripts() {
    engine().setGlobal("longs", new long[] {1, 2, 3});
    engine().setGlobal("ints", new int[] {4, -5});
    engine().setGlobal("doubles", new double[] {0.5, Double.NaN, 2});
    engine().setGlobal("none", new double[0]);
    assertThat(
            engine()
                .executeScript(
                    """
                    longs.push("text"); doubles[0] += 1.0; none.push(1);
                    [longs, ints, doubles[0], doubles[1].is_nan(), doubles.len, none, type_of(ints[0])]
                    """)
                .toJava())
        .isEqualTo(
            List.of(
                List.of(1L, 2L, 3L, "text"), List.of(4L, -5L), 1.5, true, 3L, List.of(1L), "i64"));
  }

  @Test
  void setGlobal_arrayOfNumbers_isCopied() {
    long[] numbers = {1, 2};
    engine().setGlobal("numbers", numbers);
    engine().executeScript("numbers[0] = 9; let more = numbers; more.push(3);");
    numbers[1] = 7;
    assertThat(numbers[0]).isEqualTo(1);
    assertThat(engine().getGlobal("numbers").as(long[].class)).containsExactly(9, 2);
    assertThat(engine().getGlobal("more").as(double[].class)).containsExactly(9, 2, 3);
  }

  @Test
  void closures_afterTheRun_workOnAnyThread() throws InterruptedException {
    var next = engine().executeScript("let n = 0; || { n += 1; n }").asCallable();
    List<Object> seen = new ArrayList<>();
    seen.add(next.call().toJava());
    Thread thread = new Thread(() -> seen.add(next.call().toJava()));
    thread.start();
    thread.join();
    assertThat(seen).containsExactly(1L, 2L);
  }
}
