package dev.coachwhip.python.convert;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.PyRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Java's records: an instance of the script's dataclass or namedtuple of the same simple name, if
 * that has the same fields, else of a frozen dataclass made for the record. Attached.
 */
final class Records {

  private static final ModuleObject CLASS = ModuleObject.ours("_records", "record_class");
  private static final ModuleObject RECORD = ModuleObject.ours("_records", "record");

  /**
   * What is known of a record's class, as long as that lives.
   *
   * @param accessors of the components, in order
   * @param made the class of Python made for it; null before the first conversion
   */
  private record Shape(List<Method> accessors, AtomicReference<@Nullable PyRef> made) {}

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          List<Method> accessors =
              Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
          accessors.forEach(Method::trySetAccessible); // of a record that is not public
          return new Shape(accessors, new AtomicReference<>());
        }
      };

  private Records() {}

  static long toPython(Record value, ToPython conversion) {
    Shape shape = SHAPES.get(value.getClass());
    @Nullable Object[] components = read(value, shape, conversion);
    long[] arguments = new long[components.length + 2];
    arguments[0] = conversion.engine().globals();
    arguments[1] = made(value.getClass(), shape, conversion).borrow();
    try {
      for (int i = 0; i < components.length; i++) {
        arguments[i + 2] = component(components[i], shape.accessors().get(i), conversion);
      }
      return Calls.call(RECORD.get(conversion.attachment()), conversion.attachment(), arguments);
    } finally {
      for (int i = 2; i < arguments.length; i++) {
        PyRefs.Py_DecRef(arguments[i]); // ignores those not made
      }
    }
  }

  private static long component(@Nullable Object value, Method accessor, ToPython conversion) {
    try {
      return conversion.value(value);
    } catch (TypeConversionException e) {
      throw Places.within(e, "." + accessor.getName());
    }
  }

  /** Accessors are the user's code, which may wait for another thread. */
  private static @Nullable Object[] read(Record value, Shape shape, ToPython conversion) {
    try {
      return conversion
          .engine()
          .hostCall(conversion.attachment(), () -> readAll(value, shape.accessors()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw failed(value, e instanceof InvocationTargetException ? e.getCause() : e);
    }
  }

  private static @Nullable Object[] readAll(Record value, List<Method> accessors)
      throws ReflectiveOperationException {
    @Nullable Object[] components = new Object[accessors.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = accessors.get(i).invoke(value);
    }
    return components;
  }

  private static TypeConversionException failed(Record value, @Nullable Throwable cause) {
    String type = value.getClass().getName();
    return new TypeConversionException(
        "a value Python can hold",
        type,
        ErrorDetails.of("python", "cannot read the components of a " + type + ": " + cause)
            .causedBy(cause));
  }

  /** Two threads may both make one; the first stays. */
  private static PyRef made(Class<?> type, Shape shape, ToPython conversion) {
    PyRef known = shape.made().get();
    if (known != null) {
      return known;
    }
    Stream<String> names = shape.accessors().stream().map(Method::getName);
    Object[] arguments = Stream.concat(Stream.of(type.getSimpleName()), names).toArray();
    PyRef candidate = PyRef.ofOwned(conversion.call(CLASS, arguments));
    return shape.made().compareAndSet(null, candidate)
        ? candidate
        : Objects.requireNonNull(shape.made().get());
  }
}
