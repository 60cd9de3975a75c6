package dev.coachwhip.rhai.runtime;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of maps that were made alike: which key is in which slot, in the order in which they
 * came. Call sites that know a map's shape know the slots of its properties. Any thread.
 */
public final class Shape {

  // A tree grows from the root: one child for each key that was added to a map of this shape.
  // Children
  // are held weakly, so that the keys of scripts that are gone go, too.

  /** The shape of the empty map. */
  public static final Shape EMPTY = new Shape(new String[0]);

  /** Maps of more keys are hash tables: they are rather data than records. */
  static final int MOST_KEYS = 32;

  /** Shapes with more children are not extended: the keys are rather data than names. */
  private static final int MOST_CHILDREN = 256;

  private final String[] keys;
  private final Map<String, Integer> slots;
  private final Map<String, WeakReference<Shape>> children = new HashMap<>(2);
  private @Nullable Shape lastChild;
  private int @Nullable [] sorted;

  private Shape(String[] keys) {
    this.keys = keys;
    slots = HashMap.newHashMap(keys.length);
    for (int i = 0; i < keys.length; i++) {
      slots.put(keys[i], i);
    }
  }

  /** Returns the number of keys. */
  public int size() {
    return keys.length;
  }

  /** Returns the key in a slot. */
  public String key(int slot) {
    return keys[slot];
  }

  /** Returns the slot of a key, -1 for none. */
  public int slot(String key) {
    // Literal keys are the same object mostly; few keys are found faster without hashing.
    if (keys.length <= 4) {
      return slotAmongFew(key);
    }
    Integer slot = slots.get(key);
    return slot == null ? -1 : slot;
  }

  private int slotAmongFew(String key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the shape with one more key, which must be new; null if a hash table is better. */
  public @Nullable Shape with(String key) {
    Shape last = lastChild;
    if (last != null && last.keys[keys.length].equals(key)) {
      return last;
    }
    return keys.length >= MOST_KEYS ? null : findChild(key);
  }

  private synchronized @Nullable Shape findChild(String key) {
    WeakReference<Shape> known = children.get(key);
    Shape child = known == null ? null : known.get();
    if (child == null) {
      if (children.size() >= MOST_CHILDREN) {
        children.values().removeIf(reference -> reference.refersTo(null));
      }
      if (children.size() >= MOST_CHILDREN) {
        return null;
      }
      String[] more = Arrays.copyOf(keys, keys.length + 1);
      more[keys.length] = key;
      child = new Shape(more);
      children.put(key, new WeakReference<>(child));
    }
    if (this != EMPTY) {
      lastChild = child;
    }
    return child;
  }

  /** Returns the shape of these keys in this order, which differ; null if there are too many. */
  public static @Nullable Shape of(String... keys) {
    Shape shape = EMPTY;
    for (String key : keys) {
      shape = shape.with(key);
      if (shape == null) {
        return null;
      }
    }
    return shape;
  }

  /** Returns the slots in the order of their keys. */
  int[] sortedSlots() {
    int[] known = sorted;
    if (known == null) {
      Integer[] order = new Integer[keys.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> CodePointOrder.compare(keys[a], keys[b]));
      known = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
      sorted = known;
    }
    return known;
  }
}
