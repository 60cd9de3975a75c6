package dev.coachwhip.python.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import java.util.Collection;
import java.util.Optional;

/** Values of scripts, on their way back to Python. Attached. */
final class ScriptValues {

  private ScriptValues() {}

  static long toPython(ScriptValue value, ToPython conversion) {
    Object data = value.data();
    if (data instanceof PythonObject object) {
      return ToPython.borrowed(object.ref().borrow());
    }
    Optional<Exposed> exposed = value.reference().flatMap(ScriptObject::exposed);
    if (exposed.isPresent()) {
      return conversion.value(exposed.get());
    }
    if (data != null && value.isReference()) {
      throw ToPython.unconvertible(value.typeName() + " of " + value.backendName());
    }
    if (data instanceof Collection<?> values && value.typeName().equals("tuple")) {
      return Lists.tuple(values, conversion);
    }
    if (data instanceof Collection<?> values && value.typeName().equals("frozenset")) {
      return Sets.frozen(values, conversion);
    }
    return conversion.value(data);
  }
}
