package dev.coachwhip.rhai.runtime;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@code array}: a value that is copied when written. {@link #copy()} is cheap: both go on with the
 * same storage until one of them is written to.
 *
 * <p>Belongs to one place: a variable, an item, a property, or the Java code that made it. Who stores
 * it in a second place stores a copy. Items are returned as they are, not copied: to keep one, use
 * {@link Values#copy}; to change one in place, ask for it with {@link #itemForWrite}.
 */
public final class RhaiArray implements Iterable<Object> {

  private static final Object[] NOTHING = {};

  private Object[] items;
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

  private RhaiArray(Object[] items, int size, boolean shared) {
    this.items = items;
    this.size = size;
    this.shared = shared;
  }

  /** Returns one of these items, which are not copied. */
  public static RhaiArray of(Object... items) {
    return new RhaiArray(items.clone(), items.length, false);
  }

  /** Returns one that takes over a Java array, which nobody else may use from then on. */
  public static RhaiArray wrap(Object[] items) {
    return new RhaiArray(items, items.length, false);
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
    return items[Objects.checkIndex(index, size)];
  }

  /** Returns an item that the caller is about to change in place, and that then only this one has. */
  public Object itemForWrite(int index) {
    Objects.checkIndex(index, size);
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
    if (dataSize != null) {
      dataSize.remove(items[index]);
      dataSize.add(value);
    }
    items[index] = value;
  }

  /** Adds a value at the end; it is not copied. */
  public void add(Object value) {
    int end = size;
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

  /** Inserts a value before an index, from 0 to the size. */
  public void insert(int index, Object value) {
    Objects.checkIndex(index, size + 1);
    reserve(size + 1);
    System.arraycopy(items, index, items, index + 1, size - index);
    items[index] = value;
    size++;
    if (dataSize != null) {
      dataSize.addItems(1);
      dataSize.add(value);
    }
  }

  /** Removes an item and returns it. */
  public Object remove(int index) {
    Object removed = get(index);
    if (shared) {
      unshare(size);
      removed = items[index];
    }
    System.arraycopy(items, index + 1, items, index, size - index - 1);
    items[--size] = Unit.UNIT;
    if (dataSize != null) {
      dataSize.addItems(-1);
      dataSize.remove(removed);
    }
    return removed;
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
    Object[] source = others.items;
    int count = others.size;
    int newSize = Math.addExact(size - (end - start), count);
    countRemoved(start, end);
    Object[] target = shared || newSize > items.length ? copyOfItems(grown(newSize)) : items;
    if (source == target) {
      source = Arrays.copyOf(source, count);
    }
    System.arraycopy(target, end, target, start + count, size - end);
    for (int i = 0; i < count; i++) {
      target[start + i] = Values.copy(source[i]);
    }
    for (int i = newSize; i < size; i++) {
      target[i] = Unit.UNIT;
    }
    DataSize sums = dataSize;
    take(target, newSize);
    if (sums != null) {
      countRange(sums, start, start + count);
    }
  }

  /** Removes the items from start to before end and returns them. */
  public RhaiArray removeRange(int start, int end) {
    Objects.checkFromToIndex(start, end, size);
    unshareIfShared();
    countRemoved(start, end);
    RhaiArray removed = wrap(Arrays.copyOfRange(items, start, end));
    System.arraycopy(items, end, items, start, size - end);
    int newSize = size - (end - start);
    Arrays.fill(items, newSize, size, Unit.UNIT);
    size = newSize;
    return removed;
  }

  private void countRemoved(int start, int end) {
    DataSize sums = dataSize;
    if (sums != null) {
      sums.addItems(start - (long) end);
      for (int i = start; i < end; i++) {
        sums.remove(items[i]);
      }
    }
  }

  private void countRange(DataSize sums, int start, int end) {
    sums.addItems(end - (long) start);
    for (int i = start; i < end; i++) {
      sums.add(items[i]);
    }
    dataSize = sums;
  }

  /** Returns copies of the items from start to before end. */
  public RhaiArray slice(int start, int end) {
    Objects.checkFromToIndex(start, end, size);
    Object[] slice = Arrays.copyOfRange(items, start, end);
    for (int i = 0; i < slice.length; i++) {
      slice[i] = Values.copy(slice[i]);
    }
    return wrap(slice);
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
    size = 0;
    shared = false;
    dataSize = null;
  }

  /** Turns the order of the items around. */
  public void reverse() {
    unshareIfShared();
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      Object item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }

  /** Sorts the items, stably; the order must be total. */
  public void sort(Comparator<Object> order) {
    unshareIfShared();
    Arrays.sort(items, 0, size, order);
  }

  /** Replaces all items; the Java array is used by nobody else from then on. */
  public void setItems(Object[] newItems, int newSize) {
    Objects.checkIndex(newSize, newItems.length + 1);
    shared = false;
    take(newItems, newSize);
  }

  /** Returns the items in a new Java array, not copied. */
  public Object[] toArray() {
    return Arrays.copyOf(items, size);
  }

  /** Makes room for so many items. */
  public void reserve(int capacity) {
    if (shared) {
      unshare(Math.max(capacity, size));
    } else if (capacity > items.length) {
      items = Arrays.copyOf(items, grown(capacity));
    }
  }

  private int grown(int capacity) {
    return Math.max(capacity, Math.max(4, size + (size >> 1)));
  }

  private void unshareIfShared() {
    if (shared) {
      unshare(size);
    }
  }

  private void unshare(int capacity) {
    items = copyOfItems(capacity);
    shared = false;
    if (dataSize != null) {
      dataSize = dataSize.copy();
    }
  }

  private Object[] copyOfItems(int capacity) {
    Object[] fresh = Arrays.copyOf(items, capacity);
    if (shared) {
      for (int i = 0; i < size; i++) {
        fresh[i] = Values.copy(fresh[i]);
      }
    }
    return fresh;
  }

  private void take(Object[] newItems, int newSize) {
    items = newItems;
    size = newSize;
    shared = false;
    dataSize = null;
  }

  /** Returns a value that is its own from now on. */
  public RhaiArray copy() {
    if (size == 0) {
      return new RhaiArray();
    }
    shared = true;
    RhaiArray copy = new RhaiArray(items, size, true);
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
      for (int i = 0; i < size; i++) {
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
        return snapshot.items[next++];
      }
    };
  }

  @Override
  public String toString() {
    return Display.toText(this);
  }
}
