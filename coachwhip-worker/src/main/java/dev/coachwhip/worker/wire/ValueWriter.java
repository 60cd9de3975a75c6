package dev.coachwhip.worker.wire;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.StridedArray;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes one value and what it holds. For one thread. */
final class ValueWriter {

  private final WireWriter out;
  private final WireContext context;
  private final Nesting nesting;

  ValueWriter(WireWriter out, WireContext context) {
    this.out = out;
    this.context = context;
    this.nesting = new Nesting(context.backendName());
  }

  WireWriter out() {
    return out;
  }

  WireContext context() {
    return context;
  }

  /** Writes a value of a script: its type's name and its data. */
  void value(ScriptValue value) {
    TypeNames.write(value.typeName(), out);
    java(value.data());
  }

  /** Writes any object that a value can be, or that a host can give. */
  void java(@Nullable Object object) {
    if (object == null) {
      out.putByte(Tag.NULL);
    } else if (!Numbers.writePlain(object, out)
        && !context.mappings().write(object, this)
        && !Numbers.write(object, out)) {
      byTable(object);
    }
  }

  private void byTable(Object object) {
    switch (object) {
      case ScriptValue value -> {
        out.putByte(Tag.VALUE);
        value(value);
      }
      case ScriptObject reference -> {
        out.putByte(Tag.SCRIPT_OBJECT);
        context.objects().writeObject(out, reference);
      }
      case StridedArray array -> ArrayWriter.write(array, this);
      case Optional<?> optional -> java(optional.orElse(null));
      case OptionalInt n -> java(n.isPresent() ? n.getAsInt() : null);
      case OptionalLong n -> java(n.isPresent() ? n.getAsLong() : null);
      case OptionalDouble d -> java(d.isPresent() ? d.getAsDouble() : null);
      case Path path -> path(path);
      case Enum<?> constant -> NamedThings.write(constant, out);
      default -> others(object);
    }
  }

  private void others(Object object) {
    if (Times.write(object, out)) {
      return;
    }
    nesting.enter(object);
    try {
      if (ContainerWriter.write(object, this)
          || JavaArrays.write(object, this)
          || HostObjects.write(object, this)) {
        return;
      }
      if (object instanceof Record value) {
        NamedThings.write(value, this);
      } else {
        throw unconvertible(object);
      }
    } finally {
      nesting.leave();
    }
  }

  private void path(Path path) {
    if (!path.getFileSystem().equals(FileSystems.getDefault())) {
      throw unconvertible("a path of another file system", "");
    }
    Numbers.write(path, out);
  }

  /** Writes what an object holds. */
  void within(Object object, Runnable work) {
    nesting.enter(object);
    try {
      work.run();
    } finally {
      nesting.leave();
    }
  }

  /** Writes an object inside the one being written. */
  void inside(@Nullable Object object, String place) {
    try {
      java(object);
    } catch (TypeConversionException e) {
      throw Places.within(e, place);
    }
  }

  /** Writes an element of a list. */
  void element(@Nullable Object object, int index) {
    try {
      java(object);
    } catch (TypeConversionException e) {
      throw Places.within(e, "[" + index + "]");
    }
  }

  private TypeConversionException unconvertible(Object object) {
    return object instanceof Exposed
        ? unconvertible("an exposed object", " (the process of a worker cannot see it)")
        : unconvertible(object.getClass().getName(), " (map its class with a TypeMapping)");
  }

  /** Returns what to throw for an object that has no counterpart. */
  TypeConversionException unconvertible(String what, String advice) {
    String language = context.languageName();
    return new TypeConversionException(
        "a value " + language + " can hold",
        what,
        ErrorDetails.of(
            context.backendName(),
            "cannot convert " + what + advice + " to a " + language + " value"));
  }
}
