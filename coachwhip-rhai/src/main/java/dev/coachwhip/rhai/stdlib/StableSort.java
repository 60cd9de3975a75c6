package dev.coachwhip.rhai.stdlib;

import java.util.function.BiPredicate;

/**
 * A stable sort that takes any answers: comparers of scripts need not be consistent, which the
 * JDK's sort punishes with an exception.
 */
final class StableSort {

  /**
   * Up to so many items Rust inserts one by one. Asking for the same pairs, what an inconsistent
   * comparer makes of them, and what it prints, is Rhai's.
   */
  private static final int SMALL = 20;

  /**
   * Parts of this size are inserted one by one before they are merged: few comparisons, not few
   * moves.
   */
  private static final int PART = 6;

  private final BiPredicate<Object, Object> less;

  private StableSort(BiPredicate<Object, Object> less) {
    this.less = less;
  }

  /**
   * Sorts in place.
   *
   * @param less whether the first must stand before the second
   */
  static void sort(Object[] items, BiPredicate<Object, Object> less) {
    StableSort sort = new StableSort(less);
    if (items.length <= SMALL) {
      sort.insert(items, 0, items.length);
    } else {
      sort.sort(items.clone(), items, 0, items.length);
    }
  }

  private void insert(Object[] items, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      Object item = items[i];
      int hole = i;
      while (hole > start && less.test(item, items[hole - 1])) {
        items[hole] = items[hole - 1];
        hole--;
      }
      items[hole] = item;
    }
  }

  // Both arrays hold the same items when this begins; then `target` is sorted, `spare` is anything.
  private void sort(Object[] spare, Object[] target, int start, int end) {
    if (end - start <= PART) {
      insert(target, start, end);
      return;
    }
    int middle = (start + end) >>> 1;
    sort(target, spare, start, middle);
    sort(target, spare, middle, end);
    merge(spare, target, start, middle, end);
  }

  private void merge(Object[] source, Object[] target, int start, int middle, int end) {
    if (!less.test(source[middle], source[middle - 1])) {
      System.arraycopy(source, start, target, start, end - start);
      return;
    }
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeRight = left == middle || (right < end && less.test(source[right], source[left]));
      target[i] = takeRight ? source[right++] : source[left++];
    }
  }
}
