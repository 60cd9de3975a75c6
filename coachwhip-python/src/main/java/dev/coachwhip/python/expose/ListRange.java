package dev.coachwhip.python.expose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions that a slice means in a list of known size.
 *
 * @param start the first
 * @param stop where it ends, exclusive; -1 for a negative step that goes to the beginning
 * @param step not 0
 */
record ListRange(int start, int stop, int step) {

  /** Returns how many positions there are. */
  int size() {
    long distance = step > 0 ? (long) stop - start + step - 1 : (long) stop - start + step + 1;
    return (int) Math.max(0, distance / step);
  }

  private int position(int number) {
    return start + number * step;
  }

  List<@Nullable Object> get(List<?> list) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      values.add(list.get(position(i)));
    }
    return values;
  }

  /** Replaces the elements; a step of 1 may change the size. */
  void set(List<@Nullable Object> list, List<@Nullable Object> values) {
    if (step == 1) {
      List<@Nullable Object> part = list.subList(start, Math.max(start, stop));
      part.clear();
      part.addAll(values);
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      list.set(position(i), values.get(i));
    }
  }

  void delete(List<?> list) {
    if (step == 1) {
      list.subList(start, Math.max(start, stop)).clear();
      return;
    }
    for (int i = 0; i < size(); i++) {
      list.remove(position(step > 0 ? size() - 1 - i : i)); // from the end, so that the others stay
    }
  }
}
