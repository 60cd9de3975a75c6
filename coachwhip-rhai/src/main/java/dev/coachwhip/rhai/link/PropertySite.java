package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Indexing;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Shape;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** {@code x.name}: maps by shape and slot, other values by their getter. */
final class PropertySite extends Site {

  /** What the value is for. */
  enum Use {
    READ,
    WRITE,
    UPDATE,
    METHOD
  }

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle GENERAL =
      Handles.findVirtual(LOOKUP, PropertySite.class, "get", Object.class, Run.class, Object.class);
  private static final MethodHandle MISSING =
      Handles.findVirtual(
          LOOKUP, PropertySite.class, "missing", Object.class, Run.class, Object.class);
  private static final MethodHandle READ_INTEGER =
      Handles.findStatic(
          LOOKUP,
          PropertySite.class,
          "readInteger",
          long.class,
          int.class,
          Run.class,
          Object.class);
  private static final MethodHandle READ_FLOAT =
      Handles.findStatic(
          LOOKUP,
          PropertySite.class,
          "readFloat",
          double.class,
          int.class,
          Run.class,
          Object.class);
  private static final MethodHandle READ_SLOT =
      Handles.findStatic(
          LOOKUP, PropertySite.class, "readSlot", Object.class, int.class, Run.class, Object.class);
  private static final MethodHandle OPEN_SLOT =
      Handles.findStatic(
          LOOKUP, PropertySite.class, "openSlot", Object.class, int.class, Run.class, Object.class);
  private static final MethodHandle SLOT_FOR_METHOD =
      Handles.findStatic(
          LOOKUP,
          PropertySite.class,
          "slotForMethod",
          Object.class,
          int.class,
          MethodName.class,
          Run.class,
          Object.class);

  private final String property;
  private final long position;
  private final Use use;
  private final @Nullable MethodName method;

  PropertySite(
      MethodType type, String property, long position, Use use, @Nullable MethodName method) {
    super(type);
    this.property = property;
    this.position = position;
    this.use = use;
    this.method = method;
  }

  @Override
  Object execute(Object[] arguments) {
    return get((Run) arguments[0], arguments[1]);
  }

  Object get(Run run, Object container) {
    int line = Position.line(position);
    int column = Position.column(position);
    if (use == Use.UPDATE) {
      return Indexing.getPropertyForUpdate(container, property, run, line, column, line, column);
    }
    if (use == Use.WRITE) {
      return Indexing.getPropertyForWrite(container, property, run, line, column, line, column);
    }
    Object value = Indexing.getProperty(container, property, run, line, column, line, column);
    return method != null && method.mayChange(run, value)
        ? Indexing.getPropertyForWrite(container, property, run, line, column, line, column)
        : value;
  }

  @Override
  MethodHandle general() {
    return Handles.adapt(GENERAL.bindTo(this), type());
  }

  @Override
  @Nullable Link link(Run run, Object[] arguments) {
    if (arguments[1] instanceof RhaiMap map) {
      Shape shape = map.shape();
      return shape == null ? null : link(map, shape);
    }
    // What a getter gives is no part of its object, so it need not be opened for writing. A getter
    // for any object is none for maps, so classes are tested in any case.
    return new FunctionLinks(FunctionTable.GETTER + property, position, false, true)
        .link(run, type(), arguments, null);
  }

  private Link link(RhaiMap map, Shape shape) {
    int slot = shape.slot(property);
    if (slot < 0) {
      return new Link(Guards.ofShape(type(), shape), Handles.adapt(MISSING.bindTo(this), type()));
    }
    SlotKind kind = SlotKind.of(map, slot);
    return new Link(
        Guards.ofSlot(type(), shape, slot, kind), Handles.adapt(slotGetter(kind, slot), type()));
  }

  private MethodHandle slotGetter(SlotKind kind, int slot) {
    // Numbers are not changed in place, whatever the use.
    return switch (kind) {
      case INTEGER -> MethodHandles.insertArguments(READ_INTEGER, 0, slot);
      case FLOAT -> MethodHandles.insertArguments(READ_FLOAT, 0, slot);
      case BOXED ->
          switch (use) {
            case READ -> MethodHandles.insertArguments(READ_SLOT, 0, slot);
            case WRITE, UPDATE -> MethodHandles.insertArguments(OPEN_SLOT, 0, slot);
            case METHOD -> MethodHandles.insertArguments(SLOT_FOR_METHOD, 0, slot, method);
          };
    };
  }

  Object missing(Run run, Object map) {
    return use == Use.UPDATE || run.failsOnMissingProperty() ? get(run, map) : Unit.UNIT;
  }

  static long readInteger(int slot, Run run, Object map) {
    return ((RhaiMap) map).integerSlot(slot);
  }

  static double readFloat(int slot, Run run, Object map) {
    return ((RhaiMap) map).floatSlot(slot);
  }

  static Object readSlot(int slot, Run run, Object map) {
    return ((RhaiMap) map).boxedSlot(slot);
  }

  static Object openSlot(int slot, Run run, Object map) {
    return ((RhaiMap) map).slotForWrite(slot);
  }

  static Object slotForMethod(int slot, MethodName method, Run run, Object map) {
    RhaiMap container = (RhaiMap) map;
    Object value = container.boxedSlot(slot);
    return method.mayChange(run, value) ? container.slotForWrite(slot) : value;
  }
}
