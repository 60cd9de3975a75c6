package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.Indexing;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Values;

/**
 * What compiled code does with {@code x[i]}: arrays first, all else out of line. Values are not
 * copied. Positions are {@link Position}s: of the index expression, and of the bracket. Needs no
 * call sites, since a class check costs no more than a guard.
 */
public final class Items {

  private Items() {}

  /** Returns {@code container[index]}. */
  public static Object get(Run run, Object container, long index, long position, long bracket) {
    if (container instanceof RhaiArray array && index >= 0 && index < array.size()) {
      return array.get((int) index);
    }
    return getAny(run, container, index, position, bracket);
  }

  /** Returns {@code container[index]}. */
  public static Object get(Run run, Object container, Object index, long position, long bracket) {
    if (index instanceof Long number) {
      return get(run, container, number.longValue(), position, bracket);
    }
    return container instanceof RhaiMap map && index instanceof RhaiString key
        ? getKey(run, map, key, position, bracket)
        : getAny(run, container, index, position, bracket);
  }

  private static Object getKey(Run run, RhaiMap map, RhaiString key, long position, long bracket) {
    Object value = map.get(key.toString());
    return value != null ? value : getAny(run, map, key, position, bracket);
  }

  private static Object getAny(
      Run run, Object container, Object index, long position, long bracket) {
    return Indexing.get(
        container,
        index,
        run,
        Position.line(position),
        Position.column(position),
        Position.line(bracket),
        Position.column(bracket));
  }

  /** Returns {@code container[index]} that is to be changed in place. */
  public static Object getForWrite(
      Run run, Object container, long index, long position, long bracket) {
    if (container instanceof RhaiArray array && index >= 0 && index < array.size()) {
      return array.itemForWrite((int) index);
    }
    return getForWrite(run, container, (Object) index, position, bracket);
  }

  /** Returns {@code container[index]} that is to be changed in place. */
  public static Object getForWrite(
      Run run, Object container, Object index, long position, long bracket) {
    return Indexing.getForWrite(
        container,
        index,
        run,
        Position.line(position),
        Position.column(position),
        Position.line(bracket),
        Position.column(bracket));
  }

  /**
   * Returns {@code container[index]} that is about to get another value made of this one.
   *
   * @param operand the operator's right side, or the name of its type: for an error that tells it
   */
  public static Object getForUpdate(
      Run run, Object container, long index, Object operand, long position, long bracket) {
    if (container instanceof RhaiArray array && index >= 0 && index < array.size()) {
      return array.itemForWrite((int) index);
    }
    return getForUpdate(run, container, (Object) index, operand, position, bracket);
  }

  /** The same for any index. */
  public static Object getForUpdate(
      Run run, Object container, Object index, Object operand, long position, long bracket) {
    try {
      return Indexing.getForUpdate(
          container,
          index,
          run,
          Position.line(position),
          Position.column(position),
          Position.line(bracket),
          Position.column(bracket));
    } catch (RhaiError e) {
      if (e.kind() != ErrorKind.INDEXING_TYPE) {
        throw e;
      }
      String type = operand instanceof String name ? name : run.functions().typeName(operand);
      throw Position.fill(RhaiError.indexingType(e.subject() + " = " + type), bracket);
    }
  }

  /**
   * Does {@code container[index] = value} and returns the container: the same, or, for strings and
   * integers, the value that takes its place.
   *
   * @param operator position of the {@code =}
   */
  public static Object set(
      Run run,
      Object container,
      long index,
      Object value,
      long position,
      long bracket,
      long operator) {
    if (container instanceof RhaiArray array && index >= 0 && index < array.size()) {
      array.set((int) index, value);
      return array;
    }
    return set(run, container, (Object) index, value, position, bracket, operator);
  }

  /** The same for any index. */
  public static Object set(
      Run run,
      Object container,
      Object index,
      Object value,
      long position,
      long bracket,
      long operator) {
    return Indexing.set(
        container,
        index,
        value,
        run,
        Position.line(position),
        Position.column(position),
        Position.line(bracket),
        Position.column(bracket),
        Position.line(operator),
        Position.column(operator));
  }

  /**
   * Stores what a method made of an item. As in Rhai, a script function does not reach into
   * strings, blobs and integers, and a host's type need not take its items back. What a map lacked
   * is not put there.
   *
   * @return the container, or what takes its place
   */
  public static Object writeBack(
      Run run, Object container, Object index, Ref<Object> item, long position) {
    Object plain = Tagged.strip(container);
    if (plain instanceof RhaiMap map
        && Tagged.strip(Values.get(index)) instanceof RhaiString key
        && !map.containsKey(key.toString())) {
      return container;
    }
    if (plain instanceof RhaiArray || plain instanceof RhaiMap) {
      return set(run, container, index, item.get(), position, position, position);
    }
    if (plain instanceof RhaiString || plain instanceof Long || plain instanceof Blob) {
      return item.isSetByScript()
          ? container
          : set(run, container, index, item.get(), position, position, position);
    }
    if (!item.isSetByScript()) {
      int line = Position.line(position);
      int column = Position.column(position);
      run.functions().setIndexedIfPossible(run, container, index, item.get(), line, column);
    }
    return container;
  }

  /** Stores what a method made of an item, after a step further down. */
  public static Object writeBack(
      Run run, Object container, Object index, Object item, long position) {
    return writeBack(run, container, index, new Ref<>(item), position);
  }

  /** Stores what a method made of a property's value; as for items. */
  public static Object writeBackProperty(
      Run run, Object container, String property, Ref<Object> value, long position) {
    int line = Position.line(position);
    int column = Position.column(position);
    if (Tagged.strip(container) instanceof RhaiMap map) {
      if (map.containsKey(property)) {
        Indexing.setProperty(container, property, value.get(), run, line, column, line, column);
      }
    } else if (!value.isSetByScript()) {
      run.functions().setPropertyIfPossible(run, container, property, value.get(), line, column);
    }
    return container;
  }

  /** Stores what a method made of a property's value, after a step further down. */
  public static Object writeBackProperty(
      Run run, Object container, String property, Object value, long position) {
    return writeBackProperty(run, container, property, new Ref<>(value), position);
  }
}
