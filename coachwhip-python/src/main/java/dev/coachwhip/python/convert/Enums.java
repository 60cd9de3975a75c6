package dev.coachwhip.python.convert;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.PyRef;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Java's enum constants: the member of the same name in the script's {@code enum.Enum} of the same
 * simple name, if that has all the constants, else in one made for it. Attached.
 */
final class Enums {

  private static final ModuleObject CLASS = ModuleObject.ours("_classes", "enum_class");
  private static final ModuleObject MEMBER = ModuleObject.ours("_classes", "enum_member");

  /** The class made for each Java one, as long as that lives. */
  private static final ClassValue<AtomicReference<@Nullable PyRef>> MADE =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable PyRef> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private Enums() {}

  static long toPython(Enum<?> constant, ToPython conversion) {
    Attachment attachment = conversion.attachment();
    PyRef made = made(constant.getDeclaringClass(), conversion);
    long globals = conversion.engine().globals();
    long name = Strings.toPython(constant.name(), attachment);
    try {
      return Calls.call(MEMBER.get(attachment), attachment, globals, made.borrow(), name);
    } finally {
      PyRefs.Py_DecRef(name);
    }
  }

  /** Two threads may both make one; the first stays. */
  private static PyRef made(Class<?> type, ToPython conversion) {
    AtomicReference<@Nullable PyRef> made = MADE.get(type);
    PyRef known = made.get();
    if (known != null) {
      return known;
    }
    PyRef candidate = PyRef.ofOwned(make(type, conversion));
    return made.compareAndSet(null, candidate) ? candidate : Objects.requireNonNull(made.get());
  }

  private static long make(Class<?> type, ToPython conversion) {
    Stream<String> constants =
        Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name());
    return conversion.call(
        CLASS, Stream.concat(Stream.of(type.getSimpleName()), constants).toArray());
  }
}
