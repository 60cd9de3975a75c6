package dev.coachwhip.rhai.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@code map} of properties, in the order of their names wherever that shows: a value that is
 * copied when written, as {@link RhaiArray} is.
 *
 * <p>Small maps have a {@link Shape} and slots; others, and those that lost a property, a hash
 * table, and then {@link #shape()} is null.
 */
public final class RhaiMap {

  // A number that replaces another value of a slot is kept unboxed, in `numbers`: the slot then
  // holds
  // what kind it is of. So a counter makes no garbage, and what is only read keeps its box.

  private enum Unboxed {
    INTEGER,
    FLOAT
  }

  private static final Object[] NOTHING = {};
  private static final long[] NO_NUMBERS = {};

  private @Nullable Shape shape = Shape.EMPTY;
  private Object[] slots = NOTHING;
  private long[] numbers = NO_NUMBERS;
  private @Nullable Map<String, Object> table;

  /** The keys of the table in order, but those that are new since then. */
  private @Nullable List<String> sortedKeys;

  private @Nullable List<String> newKeys;
  private boolean shared;
  private @Nullable DataSize dataSize;

  /** Makes an empty one. */
  public RhaiMap() {}

  /** Makes one of a shape; the values are not copied, the Java array is taken over. */
  public RhaiMap(Shape shape, Object[] slots) {
    if (slots.length < shape.size()) {
      throw new IllegalArgumentException("too few slots");
    }
    this.shape = shape;
    this.slots = slots;
  }

  public int size() {
    Map<String, Object> hashed = table;
    return hashed != null ? hashed.size() : Objects.requireNonNull(shape).size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /** Returns its shape; null if it is a hash table. */
  public @Nullable Shape shape() {
    return shape;
  }

  /** Returns the value in a slot of its shape, not copied. */
  public Object slot(int slot) {
    Object value = slots[slot];
    return value instanceof Unboxed kind ? box(slot, kind) : value;
  }

  private Object box(int slot, Unboxed kind) {
    return kind == Unboxed.INTEGER
        ? (Object) numbers[slot]
        : (Object) Double.longBitsToDouble(numbers[slot]);
  }

  /** Returns a value in a slot for call sites that asked {@link #isBoxed} first. */
  public Object boxedSlot(int slot) {
    return slots[slot];
  }

  /** Tells whether a slot holds its value as an object. */
  public boolean isBoxed(int slot) {
    return !(slots[slot] instanceof Unboxed);
  }

  /** Tells whether a slot holds an integer unboxed. */
  public boolean isInteger(int slot) {
    return slots[slot] == Unboxed.INTEGER;
  }

  /** Tells whether a slot holds a float unboxed. */
  public boolean isFloat(int slot) {
    return slots[slot] == Unboxed.FLOAT;
  }

  /** Returns the number in a slot for which {@link #isInteger} holds. */
  public long integerSlot(int slot) {
    return numbers[slot];
  }

  /** Returns the number in a slot for which {@link #isFloat} holds. */
  public double floatSlot(int slot) {
    return Double.longBitsToDouble(numbers[slot]);
  }

  /** Replaces the value in a slot of its shape; it is not copied. */
  public void setSlot(int slot, Object value) {
    if (value instanceof Long number) {
      setNumber(slot, Unboxed.INTEGER, number);
    } else if (value instanceof Double number) {
      setNumber(slot, Unboxed.FLOAT, Double.doubleToRawLongBits(number));
    } else {
      setObject(slot, value);
    }
  }

  private void setObject(int slot, Object value) {
    if (shared) {
      unshare();
    }
    if (dataSize != null) {
      dataSize.remove(slots[slot]);
      dataSize.add(value);
    }
    slots[slot] = value;
  }

  private void setNumber(int slot, Unboxed kind, long bits) {
    if (shared) {
      unshare();
    }
    if (slots[slot] != kind) {
      unbox(slot, kind);
    }
    numbers[slot] = bits;
  }

  private void unbox(int slot, Unboxed kind) {
    if (slot >= numbers.length) {
      numbers = Arrays.copyOf(numbers, slots.length);
    }
    if (dataSize != null) {
      dataSize.remove(slots[slot]);
    }
    slots[slot] = kind;
  }

  /** Returns the value in a slot, which the caller is about to change in place. */
  public Object slotForWrite(int slot) {
    if (shared) {
      unshare();
    }
    Object value = slot(slot);
    if (dataSize != null) {
      dataSize.open(value);
    }
    return value;
  }

  /**
   * Adds a property by which its shape becomes {@code next}, one of {@link Shape#with}; for call
   * sites that know both shapes.
   */
  public void addSlot(Shape next, Object value) {
    int slot = next.size() - 1;
    if (shared) {
      unshare();
    }
    if (slot >= slots.length) {
      slots = Arrays.copyOf(slots, Math.max(4, slot * 2));
    }
    slots[slot] = value;
    shape = next;
    if (dataSize != null) {
      dataSize.addProperties(1);
      dataSize.add(value);
    }
  }

  /** Returns a property's value, not copied; null if there is none. */
  public @Nullable Object get(String key) {
    Shape known = shape;
    if (known == null) {
      return Objects.requireNonNull(table).get(key);
    }
    int slot = known.slot(key);
    return slot < 0 ? null : slot(slot);
  }

  /** Returns a property's value, which the caller is about to change in place; null for none. */
  public @Nullable Object valueForWrite(String key) {
    Shape known = shape;
    if (known != null) {
      int slot = known.slot(key);
      return slot < 0 ? null : slotForWrite(slot);
    }
    if (shared) {
      unshare();
    }
    Object value = Objects.requireNonNull(table).get(key);
    if (dataSize != null && value != null) {
      dataSize.open(value);
    }
    return value;
  }

  public boolean containsKey(String key) {
    return get(key) != null;
  }

  /** Sets a property; the value is not copied. */
  public void put(String key, Object value) {
    Shape known = shape;
    if (known == null) {
      putHashed(key, value);
      return;
    }
    int slot = known.slot(key);
    if (slot >= 0) {
      setSlot(slot, value);
      return;
    }
    Shape next = known.with(key);
    if (next != null) {
      addSlot(next, value);
    } else {
      toTable();
      putHashed(key, value);
    }
  }

  private void putHashed(String key, Object value) {
    if (shared) {
      unshare();
    }
    Object old = Objects.requireNonNull(table).put(key, value);
    if (old == null) {
      noteKey(key);
    }
    if (dataSize != null) {
      if (old == null) {
        dataSize.addProperties(1);
      } else {
        dataSize.remove(old);
      }
      dataSize.add(value);
    }
  }

  private void noteKey(String key) {
    if (sortedKeys != null) {
      if (newKeys == null) {
        newKeys = new ArrayList<>();
      }
      newKeys.add(key);
    }
  }

  private void forgetKeys() {
    sortedKeys = null;
    newKeys = null;
  }

  /** Removes a property and returns its value; null if there was none. */
  public @Nullable Object remove(String key) {
    if (!containsKey(key)) {
      return null;
    }
    if (shared) {
      unshare();
    }
    toTable();
    Object removed = Objects.requireNonNull(table).remove(key);
    forgetKeys();
    if (dataSize != null && removed != null) {
      dataSize.addProperties(-1);
      dataSize.remove(removed);
    }
    return removed;
  }

  /** Removes all properties. */
  public void clear() {
    shape = Shape.EMPTY;
    slots = NOTHING;
    numbers = NO_NUMBERS;
    table = null;
    forgetKeys();
    shared = false;
    dataSize = null;
  }

  private void toTable() {
    Shape known = shape;
    if (known == null) {
      return;
    }
    unshareIfShared();
    Map<String, Object> hashed = HashMap.newHashMap(known.size() + 1);
    for (int i = 0; i < known.size(); i++) {
      hashed.put(known.key(i), slot(i));
    }
    table = hashed;
    shape = null;
    slots = NOTHING;
    numbers = NO_NUMBERS;
    forgetKeys();
  }

  /** Returns the keys in order; does not change with the map. */
  public List<String> keys() {
    Shape known = shape;
    if (known != null) {
      return sortShape(known);
    }
    List<String> keys = sortedKeys;
    if (keys == null || newKeys != null) {
      keys = sortTable(keys);
      sortedKeys = keys;
      newKeys = null;
    }
    return keys;
  }

  /** Returns the keys of the table, given those that were sorted before. */
  private List<String> sortTable(@Nullable List<String> before) {
    List<String> added = newKeys;
    List<String> keys;
    if (before == null || added == null) {
      keys = new ArrayList<>(Objects.requireNonNull(table).keySet());
    } else {
      keys = new ArrayList<>(before.size() + added.size());
      keys.addAll(before);
      keys.addAll(added);
    }
    // What is in order already costs the sort no more than to merge it.
    keys.sort(CodePointOrder.COMPARATOR);
    return keys;
  }

  private static List<String> sortShape(Shape shape) {
    List<String> keys = new ArrayList<>(shape.size());
    for (int slot : shape.sortedSlots()) {
      keys.add(shape.key(slot));
    }
    return keys;
  }

  /** Calls with each property in the order of the keys; values are not copied. */
  public void forEach(BiConsumer<String, Object> action) {
    for (String key : keys()) {
      action.accept(key, Objects.requireNonNull(get(key)));
    }
  }

  private void unshareIfShared() {
    if (shared) {
      unshare();
    }
  }

  private void unshare() {
    Map<String, Object> hashed = table;
    if (hashed != null) {
      Map<String, Object> fresh = HashMap.newHashMap(hashed.size() + 1);
      hashed.forEach((key, value) -> fresh.put(key, Values.copy(value)));
      table = fresh;
    } else {
      slots = slots.clone();
      numbers = numbers.clone();
      for (int i = Objects.requireNonNull(shape).size() - 1; i >= 0; i--) {
        slots[i] = Values.copy(slots[i]);
      }
    }
    shared = false;
    if (dataSize != null) {
      dataSize = dataSize.copy();
    }
  }

  /** Returns a value that is its own from now on. */
  public RhaiMap copy() {
    shared = true;
    RhaiMap copy = new RhaiMap();
    copy.shape = shape;
    copy.slots = slots;
    copy.numbers = numbers;
    copy.table = table;
    copy.sortedKeys = newKeys == null ? sortedKeys : null;
    copy.shared = true;
    if (dataSize != null) {
      copy.dataSize = dataSize.copy();
    }
    return copy;
  }

  /** Returns what it holds in all, kept up to date from now on. */
  DataSize dataSize() {
    DataSize known = dataSize;
    if (known == null) {
      DataSize fresh = new DataSize();
      fresh.addProperties(size());
      forEach((key, value) -> fresh.add(value));
      known = fresh;
      dataSize = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return Display.toText(this);
  }
}
