package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Indexing;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Shape;
import dev.coachwhip.rhai.runtime.Tagged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** {@code x.name = value}: maps by shape and slot, other values by their setter. */
final class PropertySetSite extends Site {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle GENERAL =
      Handles.findVirtual(
          LOOKUP,
          PropertySetSite.class,
          "set",
          Object.class,
          Run.class,
          Object.class,
          Object.class);
  private static final MethodHandle REPLACE =
      Handles.findStatic(
          LOOKUP,
          PropertySetSite.class,
          "replace",
          Object.class,
          int.class,
          Run.class,
          Object.class,
          Object.class);
  private static final MethodHandle ADD =
      Handles.findStatic(
          LOOKUP,
          PropertySetSite.class,
          "add",
          Object.class,
          Shape.class,
          Run.class,
          Object.class,
          Object.class);

  private final String property;
  private final long position;

  PropertySetSite(MethodType type, String property, long position) {
    super(type);
    this.property = property;
    this.position = position;
  }

  @Override
  Object execute(Object[] arguments) {
    return set((Run) arguments[0], arguments[1], arguments[2]);
  }

  Object set(Run run, Object container, Object value) {
    int line = Position.line(position);
    int column = Position.column(position);
    if (Tagged.strip(container) instanceof RhaiMap) {
      Indexing.setProperty(container, property, value, run, line, column, line, column);
      return container;
    }
    Ref<Object> owner = new Ref<>(container); // a setter may replace it, such as that of `tag`
    Indexing.setProperty(owner, property, value, run, line, column, line, column);
    return owner.get();
  }

  @Override
  MethodHandle general() {
    return Handles.adapt(GENERAL.bindTo(this), type());
  }

  @Override
  @Nullable Link link(Run run, Object[] arguments) {
    Shape shape = arguments[1] instanceof RhaiMap map ? map.shape() : null;
    if (shape == null) {
      return null;
    }
    int slot = shape.slot(property);
    if (slot >= 0) {
      return link(shape, MethodHandles.insertArguments(REPLACE, 0, slot));
    }
    Shape next = shape.with(property);
    return next == null ? null : link(shape, MethodHandles.insertArguments(ADD, 0, next));
  }

  private Link link(Shape shape, MethodHandle target) {
    return new Link(Guards.ofShape(type(), shape), Handles.adapt(target, type()));
  }

  static Object replace(int slot, Run run, Object map, Object value) {
    ((RhaiMap) map).setSlot(slot, value);
    return map;
  }

  static Object add(Shape next, Run run, Object map, Object value) {
    ((RhaiMap) map).addSlot(next, value);
    return map;
  }
}
