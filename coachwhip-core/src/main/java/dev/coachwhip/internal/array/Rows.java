package dev.coachwhip.internal.array;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.Extent;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies rows of an array's memory from and to Java arrays, and names the element that does not
 * fit.
 *
 * @param start where the element whose indices are all zero begins, in bytes
 * @param extent where the others lie from there
 */
public record Rows(Elements elements, MemorySegment memory, long start, Extent extent) {

  /** Copies one row. */
  private interface Copy {
    void run(JavaArrayType type, Row row, int at);
  }

  /** Fills part of an array with all elements in C order; they must fit in. */
  public void readFlat(JavaArrayType type, Object array, int at) {
    checked(() -> type.requireReads(elements));
    forEachRow((row, position) -> read(type, row, array, Math.toIntExact(at + position), position));
  }

  /** Writes all elements in C order from part of an array. */
  public void writeFlat(JavaArrayType type, Object array, int at) {
    checked(() -> type.requireWrites(elements));
    forEachRow(
        (row, position) -> write(type, row, array, Math.toIntExact(at + position), position));
  }

  /** Fills part of an array with a row whose first element has a place in C order. */
  void read(JavaArrayType type, Row row, Object array, int at, long position) {
    copy((t, r, a) -> t.read(elements, r, array, a), type, row, at, position);
  }

  /** Writes a row whose first element has a place in C order. */
  void write(JavaArrayType type, Row row, Object array, int at, long position) {
    copy((t, r, a) -> t.write(elements, r, array, a), type, row, at, position);
  }

  /** A refused row is copied again one by one: the loops need not keep book of where they are. */
  private void copy(Copy copy, JavaArrayType type, Row row, int at, long position) {
    try {
      copy.run(type, row, at);
    } catch (RefusedException refused) {
      int i = 0;
      try {
        for (; i < row.count(); i++) {
          copy.run(type, row.single(i), at + i);
        }
      } catch (RefusedException single) {
        throw conversion(single, extent.indexOf(position + i));
      }
      throw conversion(refused, null); // the script changed the element meanwhile
    }
  }

  /** Runs a check that concerns all elements. */
  void checked(Runnable check) {
    try {
      check.run();
    } catch (RefusedException refused) {
      throw conversion(refused, null);
    }
  }

  /** Makes the error that the user sees. */
  public static TypeConversionException conversion(
      RefusedException refused, long @Nullable [] index) {
    String place = index == null || index.length == 0 ? "" : " at " + Arrays.toString(index);
    return new TypeConversionException(
        refused.expected(),
        refused.found(),
        ErrorDetails.of("coachwhip", refused.getMessage() + place));
  }

  /** What is done with each row. */
  private interface RowAction {
    void accept(Row row, long position);
  }

  private void forEachRow(RowAction action) {
    if (extent.size() > 0) {
      walk(extent.flattened(), start, 0, action);
    }
  }

  private void walk(Extent part, long offset, long position, RowAction action) {
    long length = part.length(0);
    long stride = part.stride(0);
    if (part.rank() == 1) {
      action.accept(new Row(memory, offset, stride, Math.toIntExact(length)), position);
      return;
    }
    Extent inner = part.inner();
    for (long i = 0; i < length; i++) {
      walk(inner, offset + i * stride, position + i * inner.size(), action);
    }
  }
}
