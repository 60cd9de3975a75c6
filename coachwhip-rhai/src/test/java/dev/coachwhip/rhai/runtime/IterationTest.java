package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IterationTest {

  private static List<Object> items(Object iterable) {
    List<Object> items = new ArrayList<>();
    Iteration.over(iterable, Samples.run()).forEachRemaining(items::add);
    return items;
  }

  @Test
  void over_ranges_endsWhereTheyEnd() {
    assertThat(items(RhaiRange.exclusive(1, 3))).containsExactly(1L, 2L);
    assertThat(items(RhaiRange.inclusive(1, 3))).containsExactly(1L, 2L, 3L);
    assertThat(items(RhaiRange.exclusive(3, 0))).isEmpty();
    long max = Long.MAX_VALUE;
    assertThat(items(RhaiRange.inclusive(max - 1, max))).containsExactly(max - 1, max);
    assertThat(items(RhaiRange.exclusive(max - 2, max))).containsExactly(max - 2, max - 1);
  }

  @Test
  void over_otherTypes_givesTheirItems() {
    assertThat(items(string("a\uD83D\uDE00")))
        .containsExactly(RhaiCharacter.of('a'), RhaiCharacter.of(0x1F600));
    assertThat(items(Blob.of((byte) 200))).containsExactly(new UnsignedByte(200));
    assertThatThrownBy(() -> items(new RhaiMap())).hasMessage("For loop expects iterable type");
    assertThatThrownBy(() -> items(5L)).hasMessage("For loop expects iterable type");
  }

  @Test
  void over_array_givesCopies() {
    RhaiArray inner = RhaiArray.of(1L);
    RhaiArray outer = RhaiArray.of(inner);
    ((RhaiArray) items(outer).getFirst()).add(2L);
    assertThat(outer).hasToString("[[1]]");
  }
}
