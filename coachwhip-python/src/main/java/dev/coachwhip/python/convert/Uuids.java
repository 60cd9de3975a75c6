package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.nio.ByteBuffer;
import java.util.UUID;

/** {@code uuid.UUID}: UUID. Attached. */
final class Uuids {

  private static final ModuleObject UUID_CLASS = new ModuleObject("uuid", "UUID");
  private static final ModuleObject BYTES = new ModuleObject("uuid", "UUID.bytes.fget");

  private Uuids() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    ByteBuffer bytes = ByteBuffer.wrap(conversion.call(BYTES, object).asBytes());
    return ToJava.of(new UUID(bytes.getLong(), bytes.getLong()), typeName);
  }

  static long toPython(UUID id, ToPython conversion) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return conversion.call(UUID_CLASS, null, bytes.array()); // the second argument is `bytes`
  }
}
