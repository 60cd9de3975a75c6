package dev.coachwhip.worker.wire;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records and enums' constants, from the host to the worker, which does not have their classes:
 * they go by name, and in the worker become objects of classes that have the same names.
 */
@SuppressWarnings("EnumOrdinal") // both sides are of the same build
final class NamedThings {

  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          List<Method> accessors =
              Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
          accessors.forEach(Method::trySetAccessible); // of a record that is not public
          return accessors;
        }
      };

  private NamedThings() {}

  /** Writes a record. */
  static void write(Record value, ValueWriter writer) {
    WireWriter out = writer.out();
    List<Method> accessors = ACCESSORS.get(value.getClass());
    out.putByte(Tag.RECORD);
    type(value.getClass(), out);
    out.putCount(accessors.size());
    accessors.forEach(accessor -> out.putText(accessor.getName()));
    for (Method accessor : accessors) {
      writer.inside(component(value, accessor, writer), "." + accessor.getName());
    }
  }

  private static void type(Class<?> type, WireWriter out) {
    out.putText(type.getName());
    out.putText(type.getSimpleName());
  }

  private static @Nullable Object component(Record value, Method accessor, ValueWriter writer) {
    try {
      return accessor.invoke(value);
    } catch (InvocationTargetException e) {
      throw failed(value, e.getCause(), writer);
    } catch (ReflectiveOperationException e) {
      throw failed(value, e, writer);
    }
  }

  private static TypeConversionException failed(
      Record value, @Nullable Throwable cause, ValueWriter writer) {
    String type = value.getClass().getName();
    return new TypeConversionException(
        "a value " + writer.context().languageName() + " can hold",
        type,
        ErrorDetails.of(
                writer.context().backendName(),
                "cannot read the components of a " + type + ": " + cause)
            .causedBy(cause));
  }

  /** Writes an enum's constant. */
  static void write(Enum<?> constant, WireWriter out) {
    Class<?> type = constant.getDeclaringClass();
    Object[] constants = type.getEnumConstants();
    out.putByte(Tag.ENUM);
    type(type, out);
    out.putCount(constants.length);
    for (Object each : constants) {
      out.putText(((Enum<?>) each).name());
    }
    out.putCount(constant.ordinal());
  }

  /** Reads what {@link #write} wrote, after the tag; only in a worker. */
  static Object read(int tag, ValueReader reader) {
    if (reader.context().memory().isHost()) {
      throw new WireFormatException("a worker sends no records");
    }
    String type = reader.in().getText();
    String simpleName = reader.in().getText();
    List<String> names = names(reader.in());
    return tag == Tag.RECORD
        ? record(MadeClasses.record(type, simpleName, names), names.size(), reader)
        : constant(MadeClasses.constants(type, simpleName, names), reader.in());
  }

  private static List<String> names(WireReader in) {
    int count = in.getCount(1);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(in.getText());
    }
    return names;
  }

  private static Object record(MadeClasses.RecordMaker maker, int count, ValueReader reader) {
    @Nullable Object[] components = new Object[count];
    for (int i = 0; i < count; i++) {
      components[i] = reader.java();
    }
    return maker.make(components);
  }

  private static Object constant(List<Object> constants, WireReader in) {
    int ordinal = in.getCount(0);
    if (ordinal >= constants.size()) {
      throw new WireFormatException("no constant: " + ordinal);
    }
    return constants.get(ordinal);
  }
}
