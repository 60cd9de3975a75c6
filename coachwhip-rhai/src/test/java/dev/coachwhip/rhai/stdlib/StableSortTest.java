package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableSortTest {

  private record Item(int key, int number) {}

  private static boolean byKey(Object left, Object right) {
    return ((Item) left).key < ((Item) right).key;
  }

  private static Object[] items(int size, int keys) {
    Random random = new Random(size * 31L + keys);
    Object[] items = new Object[size];
    for (int i = 0; i < size; i++) {
      items[i] = new Item(random.nextInt(keys), i);
    }
    return items;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 19, 20, 21, 22, 100, 1000, 4097})
  void sort_manySizes_isStable(int size) {
    Object[] items = items(size, 10);
    Object[] expected = items.clone();
    Arrays.sort(expected, (left, right) -> ((Item) left).key - ((Item) right).key);

    StableSort.sort(items, StableSortTest::byKey);

    assertThat(items).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 21, 500})
  void sort_inconsistentComparer_keepsAllItems(int size) {
    Object[] items = items(size, 1000);
    Object[] before = items.clone();
    Random random = new Random(size);

    StableSort.sort(items, (left, right) -> random.nextBoolean());

    assertThat(items).containsExactlyInAnyOrder(before);
  }

  @Test
  void sort_fewItems_asksForTheSamePairsAsRust() {
    List<String> asked = new ArrayList<>();
    Object[] items = {3, 1, 2};

    StableSort.sort(
        items,
        (left, right) -> {
          asked.add(left + "<" + right);
          return (Integer) left < (Integer) right;
        });

    assertThat(asked).containsExactly("1<3", "2<3", "2<1");
    assertThat(items).containsExactly(1, 2, 3);
  }

  @Test
  void sort_alreadySorted_asksOncePerItem() {
    Object[] items = new Object[10_000];
    Arrays.setAll(items, i -> new Item(i, i));
    int[] asked = {0};

    StableSort.sort(
        items,
        (left, right) -> {
          asked[0]++;
          return byKey(left, right);
        });

    assertThat(asked[0]).isLessThan(12_000);
  }
}
