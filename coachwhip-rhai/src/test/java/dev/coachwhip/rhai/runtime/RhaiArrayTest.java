package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RhaiArrayTest {

  private static List<Object> items(RhaiArray array) {
    return List.of(array.toArray());
  }

  @Test
  void copy_thenWriteThroughEither_leavesTheOther() {
    RhaiArray original = RhaiArray.of(1L, 2L);
    RhaiArray copy = original.copy();
    copy.add(3L);
    original.set(0, 9L);
    assertThat(items(original)).containsExactly(9L, 2L);
    assertThat(items(copy)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void copy_ofNested_isDeepWhenWritten() {
    RhaiArray original = RhaiArray.of(RhaiArray.of(1L), new RhaiMap());
    RhaiArray copy = original.copy();
    ((RhaiArray) copy.itemForWrite(0)).add(2L);
    ((RhaiMap) original.itemForWrite(1)).put("a", 1L);
    assertThat(original).hasToString("[[1], #{\"a\": 1}]");
    assertThat(copy).hasToString("[[1, 2], #{}]");
  }

  @Test
  void copy_ofCopies_areAllIndependent() {
    RhaiArray first = RhaiArray.of(1L);
    RhaiArray second = first.copy();
    RhaiArray third = second.copy();
    second.set(0, 2L);
    third.set(0, 3L);
    assertThat(List.of(first.get(0), second.get(0), third.get(0))).isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void iterator_whileWriting_seesWhatWasThere() {
    RhaiArray array = RhaiArray.of(1L, 2L);
    List<Object> seen = new ArrayList<>();
    for (Object item : array) {
      seen.add(item);
      array.add(item);
    }
    assertThat(seen).containsExactly(1L, 2L);
    assertThat(array.size()).isEqualTo(4);
  }

  @Test
  void addAll_ofItself_doublesIt() {
    RhaiArray array = RhaiArray.of(1L, 2L);
    array.addAll(array);
    assertThat(items(array)).containsExactly(1L, 2L, 1L, 2L);
  }

  @Test
  void changes_many_areThoseOfAList() {
    Random random = new Random(3);
    RhaiArray array = new RhaiArray();
    List<Object> list = new ArrayList<>();
    List<RhaiArray> copies = new ArrayList<>();
    List<List<Object>> copiedLists = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      change(random, array, list, (long) i);
      if (random.nextInt(20) == 0) {
        copies.add(array.copy());
        copiedLists.add(new ArrayList<>(list));
      }
      assertThat(items(array)).isEqualTo(list);
    }
    for (int i = 0; i < copies.size(); i++) {
      assertThat(items(copies.get(i))).isEqualTo(copiedLists.get(i));
    }
  }

  private static void change(Random random, RhaiArray array, List<Object> list, Object value) {
    int at = random.nextInt(list.size() + 1);
    switch (random.nextInt(list.size() > 40 ? 8 : 4)) {
      case 0, 1 -> {
        array.add(value);
        list.add(value);
      }
      case 2 -> {
        array.insert(at, value);
        list.add(at, value);
      }
      case 3 -> {
        RhaiArray more = RhaiArray.of(value, value);
        int end = Math.min(list.size(), at + 1);
        array.replaceRange(at, end, more);
        list.subList(at, end).clear();
        list.addAll(at, List.of(value, value));
      }
      case 4 -> assertThat(array.remove(at / 2)).isEqualTo(list.remove(at / 2));
      case 5 -> {
        array.truncate(30);
        list.subList(30, list.size()).clear();
      }
      case 6 -> {
        assertThat(items(array.removeRange(at / 2, at))).isEqualTo(list.subList(at / 2, at));
        list.subList(at / 2, at).clear();
      }
      default -> {
        array.reverse();
        Collections.reverse(list);
      }
    }
  }

  private static final RunLimits TEN = new RunLimits(0, 64, 10, 10, 10, 99, 99);

  private static void assertFits(Object value) {
    Sizes.check(value, TEN);
  }

  private static void assertTooLarge(Object value, String what) {
    assertThatThrownBy(() -> Sizes.check(value, TEN)).hasMessage(what + " too large");
  }

  @Test
  void dataSize_ofNestedThatGrows_isKept() {
    RhaiArray array = RhaiArray.of(RhaiArray.of(1L, 2L), string("abcde"));
    assertFits(array);
    RhaiArray inner = (RhaiArray) array.itemForWrite(0);
    for (int i = 0; i < 6; i++) {
      inner.add(3L);
    }
    assertFits(array);
    inner.add(3L);
    assertTooLarge(array, "Size of array/BLOB");
    array.set(0, Unit.UNIT);
    assertFits(array);
    array.add(string("abcdef"));
    assertTooLarge(array, "Length of string");
    array.remove(1);
    assertFits(array);
  }

  @Test
  void dataSize_afterManyChanges_isThatOfAFreshOne() {
    Random random = new Random(5);
    RhaiArray array = new RhaiArray();
    array.dataSize();
    for (int i = 0; i < 3000; i++) {
      change(random, array, new ArrayList<>(List.of(array.toArray())), string("x".repeat(i % 5)));
      RhaiArray fresh = RhaiArray.of(array.toArray());
      RunLimits limits = limitsAround(fresh);
      Sizes.check(array, limits);
      if (array.size() > 2) {
        assertThatThrownBy(() -> Sizes.check(array, oneLess(limits))).isInstanceOf(RhaiError.class);
      }
      if (random.nextInt(30) == 0) {
        array.copy();
      }
    }
  }

  private static RunLimits limitsAround(RhaiArray array) {
    long bytes = 0;
    for (Object item : array.toArray()) {
      bytes += ((RhaiString) item).bytes();
    }
    return new RunLimits(0, 64, bytes + 1, array.size() + 1, 0, 99, 99);
  }

  private static RunLimits oneLess(RunLimits limits) {
    long bytes = Math.max(1, limits.stringBytes() - 2);
    long items = Math.max(1, limits.arraySize() - 2);
    return new RunLimits(0, 64, bytes, items, 0, 99, 99);
  }
}
