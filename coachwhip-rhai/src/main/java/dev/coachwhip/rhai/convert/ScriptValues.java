package dev.coachwhip.rhai.convert;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.UnsignedByte;
import dev.coachwhip.spi.RangeList;
import dev.coachwhip.spi.ScriptObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes Rhai's values of those of scripts, of Rhai or another language. */
record ScriptValues(ToScript toScript, EngineLink link) {

  Object convert(ScriptValue value, Place place) {
    boolean isRhai = value.backendName().equals(RhaiPrinter.INSTANCE.backendName());
    Object own = isRhai ? ownKind(value) : null;
    if (own != null) {
      return own;
    }
    return value.data() instanceof ScriptObject object
        ? object(object, value, place)
        : toScript.convert(value.data(), place);
  }

  /** Returns what only Rhai has; null for all else. */
  private static @Nullable Object ownKind(ScriptValue value) {
    return switch (value.typeName()) {
      case "char" ->
          value.data() instanceof String text ? RhaiCharacter.of(text.codePointAt(0)) : null;
      case "u8" -> value.data() instanceof Long number ? new UnsignedByte(number.intValue()) : null;
      case "range", "range=" -> range(value);
      default -> null;
    };
  }

  private static @Nullable Object range(ScriptValue value) {
    boolean inclusive = value.typeName().endsWith("=");
    return switch (value.data()) {
      case RangeList list when inclusive -> RhaiRange.inclusive(list.start(), list.stop() - 1);
      case RangeList list -> RhaiRange.exclusive(list.start(), list.stop());
      case RangeReference reference -> reference.range();
      case null, default -> null;
    };
  }

  private Object object(ScriptObject object, ScriptValue value, Place place) {
    FunctionPointer own = link.functionOf(object);
    if (own != null) {
      return own;
    }
    if (object.exposed().isPresent()) {
      return toScript.exposed(object.exposed().get());
    }
    Optional<HostFunction> host = object.hostFunction();
    if (host.isPresent()) {
      return link.hostFunction(value.toString(), host.get());
    }
    Optional<ScriptCallable> callable = object.callable();
    if (callable.isPresent()) {
      return link.hostFunction(
          value.typeName(), arguments -> call(callable.get(), arguments.positional()));
    }
    if (object.array().isPresent()) {
      return ScriptArrays.copy(object.array().get(), place);
    }
    if (object.iterator().isPresent()) {
      return toScript.elements(value::asIterator);
    }
    throw place.refused(ToScript.ANY, value.describe() + " of " + value.backendName());
  }

  private static ScriptValue call(ScriptCallable callable, List<ScriptValue> arguments) {
    return callable.call(arguments.toArray());
  }
}
