package dev.coachwhip.rhai.runtime;

import org.jspecify.annotations.Nullable;

/**
 * {@code x[i]} and {@code x.p}. Values are not copied: who keeps one copies it.
 *
 * <p>The general methods take the position of the index (for what is wrong with it) and that of the
 * bracket or, for properties, of the name and the dot (for missing indexers).
 */
public final class Indexing {

  private Indexing() {}

  /** Returns an item of an array; without position. */
  public static Object item(RhaiArray array, long index) {
    return array.get(position(array, index));
  }

  /** Returns an item of an array that the caller is about to change; without position. */
  public static Object itemForWrite(RhaiArray array, long index) {
    return array.itemForWrite(position(array, index));
  }

  /** Sets an item of an array; without position. */
  public static void setItem(RhaiArray array, long index, Object value) {
    array.set(position(array, index), value);
  }

  private static int position(RhaiArray array, long index) {
    int position = Indices.find(index, array.size());
    if (position < 0) {
      throw RhaiError.arrayBounds(array.size(), index);
    }
    return position;
  }

  private static int position(Blob blob, long index) {
    int position = Indices.find(index, blob.size());
    if (position < 0) {
      throw RhaiError.arrayBounds(blob.size(), index);
    }
    return position;
  }

  /** Returns a byte of a blob; without position. */
  public static long item(Blob blob, long index) {
    return blob.get(position(blob, index));
  }

  /** Sets a byte of a blob to the lowest eight bits of a number; without position. */
  public static void setItem(Blob blob, long index, long value) {
    blob.set(position(blob, index), value);
  }

  /** Returns a character of a string; without position. */
  public static RhaiCharacter character(RhaiString string, long index) {
    int position = Indices.find(index, string.length());
    if (position < 0) {
      throw RhaiError.stringBounds(string.length(), index);
    }
    return RhaiCharacter.of(string.codePointAt(position));
  }

  /** Returns {@code target[index]}. */
  public static Object get(
      Object target, Object index, Run run, int indexLine, int indexColumn, int line, int column) {
    return read(target, index, false, run, indexLine, indexColumn, line, column);
  }

  /**
   * Returns {@code target[index]} that the caller is about to change in place, or to replace with
   * {@link #set}. The target is one that may be written to.
   */
  public static Object getForWrite(
      Object target, Object index, Run run, int indexLine, int indexColumn, int line, int column) {
    return read(target, index, true, run, indexLine, indexColumn, line, column);
  }

  /** Returns {@code target[index]} that is about to get another value made of this one. */
  public static Object getForUpdate(
      Object target, Object index, Run run, int indexLine, int indexColumn, int line, int column) {
    Object value = getForWrite(target, index, run, indexLine, indexColumn, line, column);
    if (Tagged.strip(Values.get(index)) instanceof RhaiString name) {
      addMissing(target, name.toString());
    }
    return value;
  }

  private static Object read(
      Object target,
      Object index,
      boolean write,
      Run run,
      int indexLine,
      int indexColumn,
      int line,
      int column) {
    Object x = Tagged.strip(Values.get(target));
    Object i = Tagged.strip(Values.get(index));
    try {
      Object result = read(x, i, write, run);
      if (result != null) {
        return result;
      }
    } catch (RhaiError e) {
      throw e.withPosition(indexLine, indexColumn);
    }
    return run.functions().getIndexed(run, target, i, line, column);
  }

  private static @Nullable Object read(Object target, Object index, boolean write, Run run) {
    return switch (target) {
      case RhaiArray array -> {
        long i = integer(index);
        yield write ? itemForWrite(array, i) : item(array, i);
      }
      case RhaiMap map -> property(map, name(index), write, run);
      case RhaiString string -> fromString(string, index);
      case Long number when index instanceof RhaiRange range -> BitFields.get(number, range);
      case Long number -> BitFields.get(number, integer(index));
      case Blob blob -> item(blob, integer(index));
      default -> null;
    };
  }

  private static Object property(RhaiMap map, String name, boolean write, Run run) {
    Object value = write ? map.valueForWrite(name) : map.get(name);
    if (value != null) {
      return value;
    }
    if (run.failsOnMissingProperty()) {
      throw RhaiError.propertyNotFound(name);
    }
    return Unit.UNIT;
  }

  private static long integer(Object index) {
    if (index instanceof Long number) {
      return number;
    }
    throw RhaiError.mismatchOf("i64", index);
  }

  private static String name(Object index) {
    if (index instanceof RhaiString string) {
      return string.toString();
    }
    throw RhaiError.mismatchOf("string", index);
  }

  private static Object fromString(RhaiString string, Object index) {
    if (index instanceof RhaiRange range) {
      return StringSlices.get(string, range);
    }
    return character(string, integer(index));
  }

  /**
   * Does {@code target[index] = value} and returns the target afterwards: the same, or, for strings
   * and integers, another value to be stored in its place. The value is a copy already. What is
   * wrong with its type has the position of the operator.
   */
  @SuppressWarnings("ReferenceEquality") // whether it was changed in place
  public static Object set(
      Object target,
      Object index,
      Object value,
      Run run,
      int indexLine,
      int indexColumn,
      int line,
      int column,
      int operatorLine,
      int operatorColumn) {
    Object x = Tagged.strip(Values.get(target));
    Object i = Tagged.strip(Values.get(index));
    try {
      checkIndex(x, i);
    } catch (RhaiError e) {
      throw e.withPosition(indexLine, indexColumn);
    }
    try {
      Object result = write(x, i, value);
      if (result != null) {
        return result == x ? target : Tagged.of(result, Tagged.tagOf(Values.get(target)));
      }
    } catch (RhaiError e) {
      throw e.withPosition(operatorLine, operatorColumn);
    }
    run.functions().setIndexed(run, target, i, value, line, column);
    return target;
  }

  // What is wrong with the index comes before what is wrong with the value.
  private static void checkIndex(Object target, Object index) {
    switch (target) {
      case RhaiArray array -> position(array, integer(index));
      case Blob blob -> position(blob, integer(index));
      case RhaiMap map -> name(index);
      case RhaiString string -> fromString(string, index);
      case Long number when index instanceof RhaiRange range -> BitFields.get(number, range);
      case Long number -> BitFields.get(number, integer(index));
      default -> {}
    }
  }

  private static @Nullable Object write(Object target, Object index, Object value) {
    Object plain = Tagged.strip(value);
    switch (target) {
      case RhaiArray array -> setItem(array, integer(index), value);
      case RhaiMap map -> map.put(name(index), value);
      case Blob blob -> {
        if (!(plain instanceof Long number)) {
          throw RhaiError.mismatchOf("INT", value);
        }
        setItem(blob, integer(index), number);
      }
      case RhaiString string when index instanceof RhaiRange range -> {
        return StringSlices.set(string, range, plain);
      }
      case RhaiString string -> {
        if (!(plain instanceof RhaiCharacter character)) {
          throw RhaiError.mismatchOf("char", value);
        }
        return StringSlices.set(string, integer(index), character.codePoint());
      }
      case Long number when index instanceof RhaiRange range -> {
        if (!(plain instanceof Long bits)) {
          throw RhaiError.mismatchOf("integer", value);
        }
        return BitFields.set(number, range, bits);
      }
      case Long number -> {
        if (!(plain instanceof Boolean bit)) {
          throw RhaiError.mismatchOf("bool", value);
        }
        return BitFields.set(number, integer(index), bit);
      }
      default -> {
        return null;
      }
    }
    return target;
  }

  /** Returns {@code target.name}: a map's property, or what the getter or the indexer gives. */
  public static Object getProperty(
      Object target, String name, Run run, int line, int column, int dotLine, int dotColumn) {
    Object x = Tagged.strip(Values.get(target));
    if (x instanceof RhaiMap map) {
      try {
        return property(map, name, false, run);
      } catch (RhaiError e) {
        throw e.withPosition(line, column);
      }
    }
    return run.functions().getProperty(run, target, name, line, column, dotLine, dotColumn);
  }

  /** Returns {@code target.name} that the caller is about to change in place. */
  public static Object getPropertyForWrite(
      Object target, String name, Run run, int line, int column, int dotLine, int dotColumn) {
    Object x = Tagged.strip(Values.get(target));
    if (x instanceof RhaiMap map) {
      try {
        return property(map, name, true, run);
      } catch (RhaiError e) {
        throw e.withPosition(line, column);
      }
    }
    return run.functions().getProperty(run, target, name, line, column, dotLine, dotColumn);
  }

  /**
   * Returns {@code target.name} that is about to get another value made of this one. As in Rhai, a
   * property that a map lacks is there from now on.
   */
  public static Object getPropertyForUpdate(
      Object target, String name, Run run, int line, int column, int dotLine, int dotColumn) {
    Object value = getPropertyForWrite(target, name, run, line, column, dotLine, dotColumn);
    addMissing(target, name);
    return value;
  }

  private static void addMissing(Object target, String name) {
    if (Tagged.strip(Values.get(target)) instanceof RhaiMap map && !map.containsKey(name)) {
      map.put(name, Unit.UNIT);
    }
  }

  /** Does {@code target.name = value}; the value is a copy already. */
  public static void setProperty(
      Object target,
      String name,
      Object value,
      Run run,
      int line,
      int column,
      int dotLine,
      int dotColumn) {
    if (Tagged.strip(Values.get(target)) instanceof RhaiMap map) {
      map.put(name, value);
    } else {
      run.functions().setProperty(run, target, name, value, line, column, dotLine, dotColumn);
    }
  }
}
