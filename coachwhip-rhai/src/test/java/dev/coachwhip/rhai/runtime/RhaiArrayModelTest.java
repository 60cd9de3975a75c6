package dev.coachwhip.rhai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Arrays do what lists do, whatever they hold and however they keep it. */
final class RhaiArrayModelTest {

  private final List<Object> model = new ArrayList<>();
  private final RhaiArray array = new RhaiArray();

  @Test
  void operations_atRandom_asALists() {
    for (int seed = 0; seed < 300; seed++) {
      run(new Random(seed), seed);
    }
  }

  private void run(Random random, int seed) {
    model.clear();
    array.clear();
    int kinds = seed % 4;
    RhaiArray copy = array.copy();
    List<Object> copied = List.of();
    for (int step = 0; step < 60; step++) {
      Object value = value(random, kinds);
      String done = step(random, value);
      if (random.nextInt(6) == 0) {
        copy = array.copy();
        copied = List.copyOf(model);
      }
      assertThat(array.toArray()).as("seed %d: %s", seed, done).containsExactly(model.toArray());
      assertThat(copy.toArray())
          .as("seed %d, copy: %s", seed, done)
          .containsExactly(copied.toArray());
      assertThat(array).as("seed %d: %s", seed, done).containsExactlyElementsOf(model);
    }
  }

  private static Object value(Random random, int kinds) {
    return switch (kinds) {
      case 0 -> (long) random.nextInt(9);
      case 1 -> random.nextInt(9) / 2.0;
      case 2 -> random.nextInt(9) > 0 ? (Object) (long) random.nextInt(9) : 0.5;
      default -> random.nextInt(9) > 0 ? (Object) 1.5 : RhaiString.of("x");
    };
  }

  private String step(Random random, Object value) {
    int size = model.size();
    int at = random.nextInt(size + 1);
    int to = at + random.nextInt(size - at + 1);
    int kind = random.nextInt(size == 0 ? 3 : 11);
    switch (kind) {
      case 0, 1 -> {
        array.add(value);
        model.add(value);
      }
      case 2 -> {
        array.insert(at, value);
        model.add(at, value);
      }
      case 3 -> {
        array.set(at % size, value);
        model.set(at % size, value);
      }
      case 4 -> assertThat(array.remove(at % size)).isEqualTo(model.remove(at % size));
      case 5 -> {
        List<Object> part = model.subList(at, to);
        assertThat(array.removeRange(at, to).toArray()).containsExactly(part.toArray());
        part.clear();
      }
      case 6 -> {
        List<Object> part = new ArrayList<>(model.subList(at, to));
        assertThat(array.slice(at, to).toArray()).containsExactly(part.toArray());
        RhaiArray others = new RhaiArray();
        others.add(value);
        others.add(2L);
        array.replaceRange(at, to, others);
        model.subList(at, to).clear();
        model.addAll(at, List.of(value, 2L));
      }
      case 7 -> {
        array.reverse();
        Collections.reverse(model);
      }
      case 8 -> {
        if (size < 40) {
          array.addAll(array);
          model.addAll(List.copyOf(model));
        }
      }
      case 9 -> {
        array.truncate(at);
        model.subList(at, size).clear();
      }
      default -> {
        if (array.sortIntegers(false)) {
          model.sort((x, y) -> Long.compare((Long) x, (Long) y));
        }
      }
    }
    return "operation " + kind + " at " + at + " to " + to;
  }

  @Test
  void measured_integers_countAsItems() {
    RunLimits limits = new RunLimits(0, 64, 0, 5, 0, 100, 100);
    array.add(1L);
    array.dataSize();
    for (int i = 0; i < 4; i++) {
      array.add(2L);
    }
    array.dataSize().check(limits);
    array.set(0, RhaiArray.of(1L)); // boxes
    assertThat(array.size()).isEqualTo(5);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> array.dataSize().check(limits))
        .isInstanceOf(RhaiError.class);
  }
}
