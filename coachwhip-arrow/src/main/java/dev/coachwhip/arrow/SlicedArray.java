package dev.coachwhip.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.jni.JniWrapper;
import org.apache.arrow.c.jni.PrivateData;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.ReferenceManager;
import org.apache.arrow.vector.BaseVariableWidthViewVector;
import org.apache.arrow.vector.BufferLayout;
import org.apache.arrow.vector.BufferLayout.BufferType;
import org.apache.arrow.vector.TypeLayout;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * A C array without offsets that stands for one that has some, as slices do. It shares the memory;
 * only bits that do not begin at a byte are copied. Its release releases the other one.
 */
final class SlicedArray implements PrivateData {

  // Arrow's Java importer takes no notice of offsets and would read the wrong rows. The producer's
  // structures are not ours to change, so there is a tree of our own, whose pointers point further
  // on.

  /** {@code sizeof(struct ArrowArray)}. */
  private static final long STRUCTURE_BYTES = 80;

  /** Children have no memory of their own, but every array must have a release. */
  private static final PrivateData NOTHING = () -> {};

  private final ArrowArray source;
  private final DictionaryProvider dictionaries;
  private final List<ArrowBuf> memory = new ArrayList<>();

  private SlicedArray(ArrowArray source, DictionaryProvider dictionaries) {
    this.source = source;
    this.dictionaries = dictionaries;
  }

  /**
   * Returns an array without offsets: the same one if it has none, else one that it is moved into.
   *
   * @param fields those of its children
   * @throws UnsupportedOperationException if a column of a kind is sliced where that needs a copy
   */
  static ArrowArray withoutOffsets(
      ArrowArray array, List<Field> fields, DictionaryProvider dictionaries) {
    if (!hasOffset(array.memoryAddress())) {
      return array;
    }
    ArrowArray source = ArrowArray.allocateNew(Allocators.STRUCTURES);
    source.save(array.snapshot());
    array.markReleased();
    SlicedArray sliced = new SlicedArray(source, dictionaries);
    try {
      return sliced.tree(fields);
    } catch (RuntimeException e) {
      sliced.close();
      throw e;
    }
  }

  private static boolean hasOffset(long address) {
    try (ArrowArray array = ArrowArray.wrap(address)) {
      ArrowArray.Snapshot from = array.snapshot();
      boolean found = from.offset != 0;
      for (int i = 0; i < from.n_children && !found; i++) {
        found = hasOffset(pointer(from.children, i));
      }
      return found || (from.dictionary != 0 && hasOffset(from.dictionary));
    }
  }

  private ArrowArray tree(List<Field> fields) {
    ArrowArray.Snapshot from = source.snapshot();
    ArrowArray to = ArrowArray.allocateNew(Allocators.STRUCTURES);
    ArrowType struct = ArrowType.Struct.INSTANCE;
    fill(from, struct, fields, new Rows(from.offset, from.length), to, this);
    return to;
  }

  /** Which of an array's rows are meant, counted from the beginning of its buffers. */
  private record Rows(long start, long count) {}

  private void fill(
      ArrowArray.Snapshot from,
      ArrowType type,
      List<Field> fields,
      Rows rows,
      ArrowArray to,
      PrivateData data) {
    ArrowArray.Snapshot filled = new ArrowArray.Snapshot();
    filled.length = rows.count();
    filled.null_count = nullCount(from, type, rows);
    filled.n_buffers = from.n_buffers;
    filled.buffers = buffers(from, type, rows);
    filled.n_children = from.n_children;
    filled.children = children(from, type, fields, rows);
    to.save(filled);
    JniWrapper.get().exportArray(to.memoryAddress(), data);
  }

  private static long nullCount(ArrowArray.Snapshot from, ArrowType type, Rows rows) {
    if (type instanceof ArrowType.Null) {
      return rows.count();
    }
    boolean same = rows.start() == from.offset && rows.count() == from.length;
    boolean known = from.n_buffers == 0 || pointer(from.buffers, 0) == 0;
    return same ? from.null_count : known ? 0 : -1;
  }

  private long buffers(ArrowArray.Snapshot from, ArrowType type, Rows rows) {
    List<BufferLayout> layouts = TypeLayout.getTypeLayout(type).getBufferLayouts();
    ArrowBuf pointers = allocate(from.n_buffers * Long.BYTES);
    boolean variable = false;
    for (int i = 0; i < from.n_buffers; i++) {
      long pointer = pointer(from.buffers, i);
      // Behind offsets lie the bytes that these point into, and behind views as well.
      boolean ofRows = i < layouts.size() && !(variable && isData(layouts.get(i)));
      if (ofRows) {
        variable |= layouts.get(i).getType() == BufferType.OFFSET;
        pointer = from(pointer, bitsPerRow(layouts.get(i)), rows);
      }
      pointers.setLong((long) i * Long.BYTES, pointer);
    }
    return pointers.memoryAddress();
  }

  /** Returns the width that Arrow's format has; Arrow's layouts are wrong about two. */
  private static int bitsPerRow(BufferLayout layout) {
    return switch (layout.getType()) {
      case TYPE -> Byte.SIZE;
      case VIEWS -> BaseVariableWidthViewVector.ELEMENT_SIZE * Byte.SIZE;
      default -> layout.getTypeBitWidth();
    };
  }

  private static boolean isData(BufferLayout layout) {
    return layout.getType() == BufferType.DATA;
  }

  /** Returns where the first row begins; copies bits that begin within a byte. */
  private long from(long pointer, int bitsPerRow, Rows rows) {
    if (pointer == 0 || rows.start() == 0) {
      return pointer;
    }
    long bits = rows.start() * bitsPerRow;
    return bits % Byte.SIZE == 0
        ? pointer + bits / Byte.SIZE
        : shifted(pointer + bits / Byte.SIZE, (int) (bits % Byte.SIZE), rows.count());
  }

  private long shifted(long pointer, int shift, long bits) {
    ArrowBuf source = view(pointer, (shift + bits + Byte.SIZE - 1) / Byte.SIZE);
    ArrowBuf target = allocate((bits + Byte.SIZE - 1) / Byte.SIZE);
    for (long i = 0; i * Byte.SIZE < bits; i++) {
      int low = source.getByte(i) & 0xFF;
      int high = i + 1 < source.capacity() ? source.getByte(i + 1) & 0xFF : 0;
      target.setByte(i, (low >> shift) | (high << (Byte.SIZE - shift)));
    }
    return target.memoryAddress();
  }

  private long children(ArrowArray.Snapshot from, ArrowType type, List<Field> fields, Rows rows) {
    ArrowBuf pointers = allocate(from.n_children * Long.BYTES);
    for (int i = 0; i < from.n_children; i++) {
      long child = child(pointer(from.children, i), type, fields.get(i), rows);
      pointers.setLong((long) i * Long.BYTES, child);
    }
    return pointers.memoryAddress();
  }

  private long child(long address, ArrowType parent, Field field, Rows rows) {
    try (ArrowArray child = ArrowArray.wrap(address)) {
      ArrowArray.Snapshot from = child.snapshot();
      return array(from, field, ofChild(from, parent, rows));
    }
  }

  /** Returns which rows of a child belong to those of its parent. */
  private static Rows ofChild(ArrowArray.Snapshot child, ArrowType parent, Rows rows) {
    return switch (parent) {
      case ArrowType.Struct _ -> new Rows(child.offset + rows.start(), rows.count());
      case ArrowType.Union union when union.getMode() == UnionMode.Sparse ->
          new Rows(child.offset + rows.start(), rows.count());
      case ArrowType.FixedSizeList list ->
          new Rows(
              child.offset + rows.start() * list.getListSize(), rows.count() * list.getListSize());
      case ArrowType.RunEndEncoded _ when rows.start() != 0 ->
          throw new UnsupportedOperationException(
              "a slice of run-end encoded values is not read; decode them first, as"
                  + " pyarrow.compute.run_end_decode does");
      default -> new Rows(child.offset, child.length); // the parent's offsets point into all of it
    };
  }

  private long array(ArrowArray.Snapshot from, Field field, Rows rows) {
    ArrowArray to = ArrowArray.wrap(allocate(STRUCTURE_BYTES).memoryAddress());
    fill(from, field.getType(), field.getChildren(), rows, to, NOTHING);
    if (from.dictionary != 0) {
      ArrowArray.Snapshot filled = to.snapshot();
      filled.dictionary = dictionary(from.dictionary, field);
      to.save(filled);
    }
    return to.memoryAddress();
  }

  private long dictionary(long address, Field encoded) {
    Field values = dictionaries.lookup(encoded.getDictionary().getId()).getVector().getField();
    try (ArrowArray dictionary = ArrowArray.wrap(address)) {
      ArrowArray.Snapshot from = dictionary.snapshot();
      return array(from, values, new Rows(from.offset, from.length));
    }
  }

  private ArrowBuf allocate(long bytes) {
    ArrowBuf allocated = Allocators.STRUCTURES.buffer(Math.max(bytes, Long.BYTES));
    allocated.setZero(0, allocated.capacity());
    memory.add(allocated);
    return allocated;
  }

  /** Returns element {@code index} of an array of pointers. */
  private static long pointer(long array, long index) {
    return view(array, (index + 1) * Long.BYTES).getLong(index * Long.BYTES);
  }

  private static ArrowBuf view(long address, long bytes) {
    return new ArrowBuf(ReferenceManager.NO_OP, null, bytes, address);
  }

  /** Called by the release of the array that this makes. */
  @Override
  public void close() {
    source.release();
    source.close();
    memory.forEach(ArrowBuf::close);
  }
}
