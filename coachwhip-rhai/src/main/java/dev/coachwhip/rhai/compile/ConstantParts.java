package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Indexing;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Values;
import org.jspecify.annotations.Nullable;

/**
 * Assignments to parts of constants. As in Rhai, items of arrays and existing properties of maps
 * are refused; characters, bytes, bits and new properties are not.
 */
public final class ConstantParts {

  private ConstantParts() {}

  /** Checks {@code container[index] = value}, where the container is a part of a constant. */
  public static void checkIndex(
      Run run,
      Object container,
      Object index,
      long indexPosition,
      long position,
      String constant,
      long constantPosition) {
    Object plain = Tagged.strip(Values.get(container));
    if (plain instanceof RhaiArray || plain instanceof RhaiMap) {
      Indexing.get(
          container,
          index,
          run,
          Position.line(indexPosition),
          Position.column(indexPosition),
          Position.line(position),
          Position.column(position));
    }
    if (plain instanceof RhaiArray || has(plain, Tagged.strip(Values.get(index)))) {
      Support.assignToConstant(constant, constantPosition);
    }
  }

  private static boolean has(Object container, Object key) {
    return container instanceof RhaiMap map
        && key instanceof RhaiString name
        && map.containsKey(name.toString());
  }

  /**
   * Checks {@code container.name = value}, where the container is a part of a constant.
   *
   * @param value null if it is made of the old one
   */
  public static void checkProperty(
      Run run,
      Object container,
      String name,
      @Nullable Object value,
      long position,
      String constant,
      long constantPosition) {
    Object plain = Tagged.strip(Values.get(container));
    if (plain instanceof RhaiMap map) {
      if (map.containsKey(name)) {
        Support.assignToConstant(constant, constantPosition);
      }
      return;
    }
    String setter = FunctionTable.SETTER + name;
    if (hasSetter(run, setter, plain, value)) {
      throw Position.fill(RhaiError.nonPureOnConstant(setter), position);
    }
  }

  private static boolean hasSetter(
      Run run, String setter, Object container, @Nullable Object value) {
    if (value == null) {
      return run.functions().overloads(setter, 2).stream()
          .anyMatch(o -> o.parameterTypes().getFirst().isInstance(container));
    }
    Object plain = Tagged.strip(Values.get(value));
    Overload overload = run.functions().find(setter, container.getClass(), plain.getClass());
    return overload != null && !overload.isPure();
  }
}
