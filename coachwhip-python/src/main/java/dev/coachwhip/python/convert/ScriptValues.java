package dev.coachwhip.python.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.ScriptObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Values of scripts, on their way back to Python: of the kind they were. Attached. */
final class ScriptValues {

  private ScriptValues() {}

  static long toPython(ScriptValue value, ToPython conversion) {
    return switch (value.data()) {
      case PythonObject object -> ToPython.borrowed(object.ref().borrow());
      case NamedList list -> Tuples.named(list, value.typeName(), conversion);
      case byte[] bytes when value.typeName().equals("bytearray") ->
          ByteStrings.toByteArray(bytes, conversion);
      case Path path when value.typeName().startsWith("Pure") -> Paths.pure(path, conversion);
      case LocalDate date when value.typeName().equals("datetime64") ->
          NumPyTimes.toPython(date, conversion);
      case LocalDateTime time when value.typeName().equals("datetime64") ->
          NumPyTimes.toPython(time, conversion);
      case Duration duration when value.typeName().equals("timedelta64") ->
          NumPyTimes.toPython(duration, conversion);
      case ScriptObject object -> ofObject(object, value, conversion);
      case null, default -> conversion.value(value.data());
    };
  }

  private static long ofObject(ScriptObject object, ScriptValue value, ToPython conversion) {
    Optional<Exposed> exposed = object.exposed();
    if (exposed.isPresent()) {
      return conversion.value(exposed.get());
    }
    throw ToPython.unconvertible(value.typeName() + " of " + value.backendName());
  }
}
