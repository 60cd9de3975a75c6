package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * {@code x[i]}: arrays by how they keep their items, so that numbers come out as what they are.
 * Other containers go the general way, which is a few class checks.
 */
final class IndexSite extends Site {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle GENERAL = find("get", Object.class, Object.class);
  private static final MethodHandle INTEGER = find("integer", long.class, long.class);
  private static final MethodHandle FLOAT = find("floating", double.class, long.class);
  private static final MethodHandle BOXED = find("boxed", Object.class, long.class);
  private static final MethodHandle KEY =
      Handles.findVirtual(
          LOOKUP,
          IndexSite.class,
          "byKey",
          Object.class,
          Run.class,
          Object.class,
          RhaiString.class);

  private final long position;
  private final long bracket;

  IndexSite(MethodType type, long position, long bracket) {
    super(type);
    this.position = position;
    this.bracket = bracket;
  }

  private static MethodHandle find(String name, Class<?> result, Class<?> index) {
    return Handles.findVirtual(
        LOOKUP, IndexSite.class, name, result, Run.class, Object.class, index);
  }

  @Override
  Object execute(Object[] arguments) {
    return get((Run) arguments[0], arguments[1], arguments[2]);
  }

  Object get(Run run, Object container, Object index) {
    return Items.get(run, container, index, position, bracket);
  }

  @Override
  MethodHandle general() {
    return Handles.adapt(GENERAL.bindTo(this), type());
  }

  @Override
  @Nullable Link link(Run run, Object[] arguments) {
    if (arguments[1] instanceof RhaiArray array && arguments[2] instanceof Long) {
      ItemKind kind = ItemKind.of(array);
      MethodHandle target =
          switch (kind) {
            case INTEGER -> INTEGER;
            case FLOAT -> FLOAT;
            case BOXED -> BOXED;
          };
      return link(Guards.ofItems(type(), kind), arguments, target);
    }
    if (arguments[1] instanceof RhaiMap && arguments[2] instanceof RhaiString) {
      return link(Guards.ofClass(type(), 1, RhaiMap.class), arguments, KEY);
    }
    return null;
  }

  private Link link(MethodHandle test, Object[] arguments, MethodHandle target) {
    MethodHandle both =
        type().parameterType(2).isPrimitive()
            ? test
            : Guards.both(test, Guards.ofClass(type(), 2, arguments[2].getClass()));
    return new Link(both, Handles.adapt(target.bindTo(this), type()));
  }

  long integer(Run run, Object container, long index) {
    RhaiArray array = (RhaiArray) container;
    return index >= 0 && index < array.size()
        ? array.integerAt((int) index)
        : (Long) get(run, array, index);
  }

  double floating(Run run, Object container, long index) {
    RhaiArray array = (RhaiArray) container;
    return index >= 0 && index < array.size()
        ? array.floatAt((int) index)
        : (Double) get(run, array, index);
  }

  Object boxed(Run run, Object container, long index) {
    RhaiArray array = (RhaiArray) container;
    return index >= 0 && index < array.size() ? array.boxedAt((int) index) : get(run, array, index);
  }

  Object byKey(Run run, Object container, RhaiString key) {
    Object value = ((RhaiMap) container).get(key.toString());
    return value != null ? value : get(run, container, key);
  }
}
