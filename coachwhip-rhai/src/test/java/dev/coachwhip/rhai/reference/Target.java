package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.runtime.BitFields;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Values;
import java.util.Objects;

/** What a chain, a method or an assignment works on. */
abstract class Target {

  /** Returns the value, not copied; never a cell. */
  abstract Object get();

  /** Returns the value for being changed in place. */
  Object forWrite() {
    return get();
  }

  /** Replaces the value; what is a copy of a part needs {@link #propagate}, too. */
  abstract void set(Object value);

  /** Tells whether it refers to a place of its own: functions may change it. */
  boolean isReference() {
    return false;
  }

  /** Tells whether it is a value that nothing refers to. */
  boolean isTemporary() {
    return false;
  }

  boolean isShared() {
    return false;
  }

  boolean isConstant() {
    return false;
  }

  /** Writes a changed part into the whole. Errors have the position. */
  void propagate(int line, int column) {}

  /** Ends its use. */
  void release() {}

  /** Returns what reading it gives: a copy, or the cell of a shared variable. */
  Object read() {
    return Copies.of(get());
  }

  static Target temporary(Object value) {
    return new Temporary(Values.get(value));
  }

  /** Returns the place of a variable. */
  static Target variable(Scope scope, int index) {
    return scope.get(index) instanceof Cell cell ? lock(cell) : new Variable(scope, index);
  }

  private static Target lock(Cell cell) {
    if (cell.isLocked()) {
      throw RhaiError.dataRace("");
    }
    cell.setLocked(true);
    return new Shared(cell);
  }

  /** Returns the place of an item, property, character or bit, which exists. */
  static Target part(Target whole, Object index) {
    Object value = Tagged.strip(whole.get());
    return switch (value) {
      case RhaiArray array when array.get((int) (long) index) instanceof Cell cell -> lock(cell);
      case RhaiArray array -> new Item(whole, (int) (long) index);
      case RhaiMap map when map.get((String) index) instanceof Cell cell -> lock(cell);
      case RhaiMap map -> new Property(whole, (String) index, whole.isConstant());
      default -> new Part(whole, index);
    };
  }

  /** Returns the place of a property that was just added: it can be set in constants, too. */
  static Target added(Target whole, String name) {
    return new Property(whole, name, false);
  }

  private static final class Temporary extends Target {
    private Object value;

    private Temporary(Object value) {
      this.value = value;
    }

    @Override
    Object get() {
      return value;
    }

    @Override
    void set(Object value) {
      this.value = value;
    }

    @Override
    boolean isTemporary() {
      return true;
    }

    @Override
    Object read() {
      return value;
    }
  }

  /** What a getter returned, which a setter gets back. */
  static final class Gotten extends Target {
    private Object value;

    Gotten(Object value) {
      this.value = value;
    }

    @Override
    Object get() {
      return value;
    }

    @Override
    void set(Object value) {
      this.value = value;
    }

    @Override
    boolean isReference() {
      return true;
    }
  }

  /** {@code this}. */
  static final class Self extends Target {
    private final Ref<Object> self;

    Self(Ref<Object> self) {
      this.self = self;
    }

    @Override
    Object get() {
      return Values.get(self.get());
    }

    @Override
    void set(Object value) {
      self.set(value);
    }

    @Override
    boolean isReference() {
      return true;
    }

    @Override
    boolean isConstant() {
      return self.isConstant();
    }
  }

  private static final class Variable extends Target {
    private final Scope scope;
    private final int index;

    private Variable(Scope scope, int index) {
      this.scope = scope;
      this.index = index;
    }

    @Override
    Object get() {
      return scope.value(index);
    }

    @Override
    void set(Object value) {
      scope.set(index, value);
    }

    @Override
    boolean isReference() {
      return true;
    }

    @Override
    boolean isConstant() {
      return scope.isConstant(index);
    }
  }

  /** A shared variable, locked. */
  private static final class Shared extends Target {
    private final Cell cell;

    private Shared(Cell cell) {
      this.cell = cell;
    }

    @Override
    Object get() {
      return cell.get();
    }

    @Override
    void set(Object value) {
      cell.set(value);
    }

    @Override
    boolean isReference() {
      return true;
    }

    @Override
    boolean isShared() {
      return true;
    }

    @Override
    boolean isConstant() {
      return cell.isConstant();
    }

    @Override
    void release() {
      cell.setLocked(false);
    }

    @Override
    Object read() {
      return cell;
    }
  }

  private static final class Item extends Target {
    private final Target whole;
    private final int index;

    private Item(Target whole, int index) {
      this.whole = whole;
      this.index = index;
    }

    private RhaiArray array() {
      return (RhaiArray) Tagged.strip(whole.forWrite());
    }

    @Override
    Object get() {
      return ((RhaiArray) Tagged.strip(whole.get())).get(index);
    }

    @Override
    Object forWrite() {
      return array().itemForWrite(index);
    }

    @Override
    void set(Object value) {
      array().set(index, value);
    }

    @Override
    boolean isReference() {
      return true;
    }

    @Override
    boolean isConstant() {
      return whole.isConstant();
    }
  }

  private static final class Property extends Target {
    private final Target whole;
    private final String name;
    private final boolean constant;

    private Property(Target whole, String name, boolean constant) {
      this.whole = whole;
      this.name = name;
      this.constant = constant;
    }

    private RhaiMap map() {
      return (RhaiMap) Tagged.strip(whole.forWrite());
    }

    @Override
    Object get() {
      RhaiMap map = (RhaiMap) Tagged.strip(whole.get());
      return Objects.requireNonNull(map.get(name));
    }

    @Override
    Object forWrite() {
      return Objects.requireNonNull(map().valueForWrite(name));
    }

    @Override
    void set(Object value) {
      map().put(name, value);
    }

    @Override
    boolean isReference() {
      return true;
    }

    @Override
    boolean isConstant() {
      return constant;
    }
  }

  /** A bit, byte, character, or a range of them: a copy that goes back when it was changed. */
  private static final class Part extends Target {
    private final Target whole;
    private final Object index;
    private Object value;

    private Part(Target whole, Object index) {
      this.whole = whole;
      this.index = index;
      this.value = read(Tagged.strip(whole.get()), index);
    }

    private static Object read(Object whole, Object index) {
      return switch (whole) {
        case Long number when index instanceof RhaiRange range -> BitFields.get(number, range);
        case Long number -> BitFields.get(number, (Long) index);
        case Blob blob -> (long) blob.get((int) (long) index);
        default -> Strings.read(whole, index);
      };
    }

    @Override
    Object get() {
      return value;
    }

    @Override
    void set(Object value) {
      this.value = value;
    }

    @Override
    void propagate(int line, int column) {
      Object plain = Tagged.strip(value);
      try {
        Object old = Tagged.strip(whole.get());
        if (old instanceof Blob) {
          Blob blob = (Blob) Tagged.strip(whole.forWrite());
          blob.set((int) (long) index, as(Long.class, "INT", plain));
        } else {
          whole.set(Tagged.of(changed(old, plain), Tagged.tagOf(whole.get())));
        }
      } catch (RhaiError e) {
        throw e.withPosition(line, column);
      }
    }

    private Object changed(Object old, Object part) {
      return switch (old) {
        case Long number when index instanceof RhaiRange range ->
            BitFields.set(number, range, as(Long.class, "integer", part));
        case Long number -> BitFields.set(number, (Long) index, as(Boolean.class, "bool", part));
        default -> Strings.write(old, index, part);
      };
    }

    private static <T> T as(Class<T> type, String name, Object value) {
      if (type.isInstance(value)) {
        return type.cast(value);
      }
      throw RhaiError.mismatchOf(name, value);
    }
  }
}
