package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import java.util.Collection;

/** Values of scripts, on their way back to Python. Attached. */
final class ScriptValues {

  private ScriptValues() {}

  static long toPython(ScriptValue value, ToPython conversion) {
    Object data = value.data();
    if (data instanceof PythonObject object) {
      return ToPython.borrowed(object.ref().borrow());
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
