package dev.coachwhip.rhai.runtime;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@code array}: a value that is copied when written. {@link #copy()} is cheap: both go on with
 * the same storage until one of them is written to.
 *
 * <p>Belongs to one place: a variable, an item, a property, or the Java code that made it. Who
 * stores it in a second place stores a copy. Items are returned as they are, not copied: to keep
 * one, use {@link Values#copy}; to change one in place, ask for it with {@link #itemForWrite}.
 */
public final class RhaiArray implements Iterable<Object> {

  // Arrays that were filled with integers, or with floats, one by one keep them unboxed in
  // `numbers`
  // (floats as their bits), and `items` is empty then. The first item of another type boxes them
  // all.

  private static final Object[] NOTHING = {};

  private Object[] items;
  private long @Nullable [] numbers;
  private boolean floats;
  private int size;

  /** Whether another array may use the storage, too. */
  private boolean shared;

  private @Nullable DataSize dataSize;

  /** Makes an empty one. */
  public RhaiArray() {
    items = NOTHING;
  }

  /** Makes an empty one with room for so many items. */
  public RhaiArray(int capacity) {
    items = capacity == 0 ? NOTHING : new Object[capacity];
  }

  private RhaiArray(Object[] items, int size) {
    this.items = items;
    this.size = size;
  }

  /** Returns one of these items, which are not copied. */
  public static RhaiArray of(Object... items) {
    return new RhaiArray(items.clone(), items.length);
  }

  /** Returns one that takes over a Java array, which nobody else may use from then on. */
  public static RhaiArray wrap(Object[] items) {
    return new RhaiArray(items, items.length);
  }

  /** Returns one of these integers. */
  public static RhaiArray ofIntegers(long... numbers) {
    return ofNumbers(numbers.clone(), false);
  }

  /** Returns one of these floats. */
  public static RhaiArray ofFloats(double... numbers) {
    long[] bits = new long[numbers.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(numbers[i]);
    }
    return ofNumbers(bits, true);
  }

  private static RhaiArray ofNumbers(long[] numbers, boolean floats) {
    RhaiArray array = new RhaiArray();
    if (numbers.length > 0) {
      array.numbers = numbers;
      array.floats = floats;
      array.size = numbers.length;
    }
    return array;
  }

  /** Returns one of the items of a collection. */
  public static RhaiArray of(Collection<?> items) {
    return wrap(items.toArray());
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns an item, not copied. */
  public Object get(int index) {
    Objects.checkIndex(index, size);
    long[] unboxed = numbers;
    return unboxed != null ? boxed(unboxed[index]) : items[index];
  }

  /** Tells whether all items are integers, and kept so that {@link #integerAt} gives them. */
  public boolean isOfIntegers() {
    return numbers != null && !floats;
  }

  /** Tells whether all items are floats, and kept so that {@link #floatAt} gives them. */
  public boolean isOfFloats() {
    return numbers != null && floats;
  }

  /** Tells whether {@link #boxedAt} gives the items. */
  public boolean isBoxed() {
    return numbers == null;
  }

  /** Returns an item if {@link #isOfIntegers}; the index is one. */
  public long integerAt(int index) {
    return Objects.requireNonNull(numbers)[index];
  }

  /** Returns an item if {@link #isOfFloats}; the index is one. */
  public double floatAt(int index) {
    return Double.longBitsToDouble(Objects.requireNonNull(numbers)[index]);
  }

  /** Returns an item if {@link #isBoxed}; the index is one. */
  public Object boxedAt(int index) {
    return items[index];
  }

  private Object boxed(long bits) {
    return floats ? (Object) Double.longBitsToDouble(bits) : (Object) bits;
  }

  /** Tells whether a value can be kept with the numbers. */
  private boolean fits(Object value) {
    return floats ? value instanceof Double : value instanceof Long;
  }

  private static long bits(Object number) {
    return number instanceof Long integer ? integer : Double.doubleToRawLongBits((Double) number);
  }

  /**
   * Returns an item that the caller is about to change in place, and that then only this one has.
   */
  public Object itemForWrite(int index) {
    Objects.checkIndex(index, size);
    if (numbers != null) {
      return get(index);
    }
    if (shared) {
      unshare(size);
    }
    Object item = items[index];
    if (dataSize != null) {
      dataSize.open(item);
    }
    return item;
  }

  /** Replaces an item; the value is not copied. */
  public void set(int index, Object value) {
    Objects.checkIndex(index, size);
    if (shared) {
      unshare(size);
    }
    long[] unboxed = numbers;
    if (unboxed != null) {
      if (fits(value)) {
        unboxed[index] = bits(value);
        return;
      }
      box();
    }
    if (dataSize != null) {
      dataSize.remove(items[index]);
      dataSize.add(value);
    }
    items[index] = value;
  }

  /** Adds a value at the end; it is not copied. */
  public void add(Object value) {
    long[] unboxed = numbers;
    if (unboxed != null && fits(value)) {
      addNumber(unboxed, bits(value));
    } else {
      addBoxed(value);
    }
  }

  private void addNumber(long[] unboxed, long bits) {
    int end = size;
    if (shared || end == unboxed.length) {
      reserve(end + 1);
      unboxed = Objects.requireNonNull(numbers);
    }
    unboxed[end] = bits;
    size = end + 1;
    if (dataSize != null) {
      dataSize.addItems(1);
    }
  }

  private void addBoxed(Object value) {
    int end = size;
    if (end == 0 && (value instanceof Long || value instanceof Double)) {
      startNumbers(value instanceof Double);
      add(value);
      return;
    }
    if (numbers != null) {
      box();
    }
    if (shared || end == items.length) {
      reserve(end + 1);
    }
    items[end] = value;
    size = end + 1;
    if (dataSize != null) {
      dataSize.addItems(1);
      dataSize.add(value);
    }
  }

  private void startNumbers(boolean ofFloats) {
    numbers = new long[Math.max(4, items.length)];
    floats = ofFloats;
    items = NOTHING;
    shared = false;
  }

  /** Goes on with boxed items. */
  private void box() {
    Object[] boxed = new Object[capacity()];
    for (int i = 0; i < size; i++) {
      boxed[i] = get(i);
    }
    items = boxed;
    numbers = null;
    shared = false;
  }

  /** Returns the Java array that holds the items: of objects or of numbers. */
  private Object storage() {
    long[] unboxed = numbers;
    return unboxed != null ? unboxed : items;
  }

  private int capacity() {
    long[] unboxed = numbers;
    return unboxed != null ? unboxed.length : items.length;
  }

  /** Inserts a value before an index, from 0 to the size. */
  public void insert(int index, Object value) {
    Objects.checkIndex(index, size + 1);
    add(value);
    if (index < size - 1) {
      Object storage = storage();
      System.arraycopy(storage, index, storage, index + 1, size - 1 - index);
      if (storage instanceof long[] unboxed) {
        unboxed[index] = bits(value);
      } else {
        items[index] = value;
      }
    }
  }

  /** Removes an item and returns it. */
  public Object remove(int index) {
    Objects.checkIndex(index, size);
    unshareIfShared();
    Object removed = get(index);
    Object storage = storage();
    System.arraycopy(storage, index + 1, storage, index, size - index - 1);
    size--;
    forget(size, size + 1);
    if (dataSize != null) {
      dataSize.addItems(-1);
      dataSize.remove(removed);
    }
    return removed;
  }

  /** Lets go what is behind the last item. */
  private void forget(int start, int end) {
    if (numbers == null) {
      Arrays.fill(items, start, end, Unit.UNIT);
    }
  }

  /** Removes the last item and returns it. */
  public Object removeLast() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    return remove(size - 1);
  }

  /** Adds copies of the items of another array, which may be this one. */
  public void addAll(RhaiArray others) {
    replaceRange(size, size, others);
  }

  /** Puts copies of the items of another array in the place of those from start to before end. */
  public void replaceRange(int start, int end, RhaiArray others) {
    Objects.checkFromToIndex(start, end, size);
    RhaiArray source = others == this ? copy() : others;
    if (numbers != null && !source.isLike(this) && source.size > 0) {
      box();
    }
    int count = source.size;
    int newSize = Sizes.sumOfSizes(size - (end - start), count);
    reserve(newSize);
    uncount(start, end);
    Object target = storage();
    System.arraycopy(target, end, target, start + count, size - end);
    if (numbers != null && count > 0) {
      System.arraycopy(source.storage(), 0, target, start, count);
    } else {
      for (int i = 0; i < count; i++) {
        items[start + i] = Values.copy(source.get(i));
      }
    }
    if (newSize < size) {
      forget(newSize, size);
    }
    size = newSize;
    count(start, start + count);
  }

  private boolean isLike(RhaiArray other) {
    return (numbers == null) == (other.numbers == null) && floats == other.floats;
  }

  /** Removes the items from start to before end and returns them. */
  public RhaiArray removeRange(int start, int end) {
    Objects.checkFromToIndex(start, end, size);
    unshareIfShared();
    uncount(start, end);
    RhaiArray removed = part(start, end);
    Object storage = storage();
    System.arraycopy(storage, end, storage, start, size - end);
    int newSize = size - (end - start);
    forget(newSize, size);
    size = newSize;
    return removed;
  }

  private void uncount(int start, int end) {
    DataSize sums = dataSize;
    if (sums != null) {
      sums.addItems(start - (long) end);
      for (int i = start; i < end && numbers == null; i++) {
        sums.remove(items[i]);
      }
    }
  }

  private void count(int start, int end) {
    DataSize sums = dataSize;
    if (sums != null) {
      sums.addItems(end - (long) start);
      for (int i = start; i < end && numbers == null; i++) {
        sums.add(items[i]);
      }
    }
  }

  private RhaiArray part(int start, int end) {
    long[] unboxed = numbers;
    if (unboxed == null) {
      return wrap(Arrays.copyOfRange(items, start, end));
    }
    RhaiArray part = new RhaiArray(NOTHING, end - start);
    part.numbers = Arrays.copyOfRange(unboxed, start, end);
    part.floats = floats;
    return part;
  }

  /** Returns copies of the items from start to before end. */
  public RhaiArray slice(int start, int end) {
    Objects.checkFromToIndex(start, end, size);
    RhaiArray slice = part(start, end);
    Object[] copies = slice.items;
    for (int i = 0; i < copies.length; i++) {
      copies[i] = Values.copy(copies[i]);
    }
    return slice;
  }

  /** Removes all items from an index on. */
  public void truncate(int newSize) {
    if (newSize < size) {
      removeRange(newSize, size);
    }
  }

  /** Removes all items. */
  public void clear() {
    items = NOTHING;
    numbers = null;
    size = 0;
    shared = false;
    dataSize = null;
  }

  /** Turns the order of the items around. */
  public void reverse() {
    unshareIfShared();
    long[] unboxed = numbers;
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      if (unboxed != null) {
        long number = unboxed[i];
        unboxed[i] = unboxed[j];
        unboxed[j] = number;
      } else {
        Object item = items[i];
        items[i] = items[j];
        items[j] = item;
      }
    }
  }

  /** Sorts the items, stably; the order must be total. */
  public void sort(Comparator<Object> order) {
    unshareIfShared();
    if (numbers != null) {
      box();
    }
    Arrays.sort(items, 0, size, order);
  }

  /** Sorts the items if they are kept as integers; tells whether it did. */
  public boolean sortIntegers(boolean descending) {
    if (numbers == null || floats) {
      return false;
    }
    unshareIfShared();
    Arrays.sort(numbers, 0, size);
    if (descending) {
      reverse();
    }
    return true;
  }

  /** Replaces all items; the Java array is used by nobody else from then on. */
  public void setItems(Object[] newItems, int newSize) {
    Objects.checkIndex(newSize, newItems.length + 1);
    items = newItems;
    numbers = null;
    size = newSize;
    shared = false;
    dataSize = null;
  }

  /** Returns the items in a new Java array, not copied. */
  public Object[] toArray() {
    if (numbers == null) {
      return Arrays.copyOf(items, size);
    }
    Object[] boxed = new Object[size];
    Arrays.setAll(boxed, this::get);
    return boxed;
  }

  /** Makes room for so many items. */
  public void reserve(int capacity) {
    if (shared) {
      unshare(capacity > capacity() ? grown(capacity) : Math.max(capacity, size));
    } else if (capacity > capacity()) {
      resize(grown(capacity));
    }
  }

  private int grown(int capacity) {
    return Math.max(capacity, Math.max(4, size + (size >> 1)));
  }

  private void resize(int capacity) {
    if (numbers != null) {
      numbers = Arrays.copyOf(numbers, capacity);
    } else {
      items = Arrays.copyOf(items, capacity);
    }
  }

  private void unshareIfShared() {
    if (shared) {
      unshare(size);
    }
  }

  private void unshare(int capacity) {
    resize(capacity);
    if (numbers == null) {
      for (int i = 0; i < size; i++) {
        items[i] = Values.copy(items[i]);
      }
    }
    shared = false;
    if (dataSize != null) {
      dataSize = dataSize.copy();
    }
  }

  /** Returns a value that is its own from now on. */
  public RhaiArray copy() {
    if (size == 0) {
      return new RhaiArray();
    }
    shared = true;
    RhaiArray copy = new RhaiArray(items, size);
    copy.numbers = numbers;
    copy.floats = floats;
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
      known = new DataSize();
      known.addItems(size);
      for (int i = 0; i < size && numbers == null; i++) {
        known.add(items[i]);
      }
      dataSize = known;
    }
    return known;
  }

  /** Iterates over what it holds now; writing to it meanwhile changes nothing about that. */
  @Override
  public Iterator<Object> iterator() {
    RhaiArray snapshot = copy();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < snapshot.size;
      }

      @Override
      public Object next() {
        if (next >= snapshot.size) {
          throw new NoSuchElementException();
        }
        return snapshot.get(next++);
      }
    };
  }

  @Override
  public String toString() {
    return Display.toText(this);
  }
}
