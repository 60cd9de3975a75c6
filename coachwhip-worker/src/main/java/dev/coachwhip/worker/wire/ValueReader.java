package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import org.jspecify.annotations.Nullable;

/** Reads one value and what it holds. For one thread. */
final class ValueReader {

  /** More than any writer nests: values, records and mapped types each add to their containers. */
  private static final int DEEPEST = 4 * Nesting.DEEPEST;

  private final WireReader in;
  private final WireContext context;
  private final boolean isStrict;
  private int depth;

  ValueReader(WireReader in, WireContext context) {
    this.in = in;
    this.context = context;
    this.isStrict = context.memory().isHost();
  }

  WireReader in() {
    return in;
  }

  WireContext context() {
    return context;
  }

  /** Reads a value of a script. */
  ScriptValue value() {
    String typeName = TypeNames.read(in);
    int tag = in.getByte();
    return tag == Tag.MAPPED
        ? context.mappings().readValue(typeName, this)
        : ScriptValue.of(scriptData(tag), typeName, context.printer());
  }

  /**
   * In the host, what holds others holds values of scripts then: the core relies on it, and a
   * worker is not trusted. In a worker a function's default may be any object.
   */
  private @Nullable Object scriptData(int tag) {
    boolean isForHosts =
        (tag >= Tag.INT && tag <= Tag.CHAR)
            || (tag >= Tag.OBJECT_ARRAY && tag <= Tag.BOOLEAN_ARRAY)
            || tag == Tag.VALUE
            || tag > Tag.SCRIPT_OBJECT;
    if (isForHosts && isStrict) {
      throw new WireFormatException("no data of a script's value: " + tag);
    }
    return data(tag, isStrict);
  }

  /** Reads a value where no other object may be. */
  ScriptValue elementValue() {
    int tag = in.getByte();
    if (tag != Tag.VALUE) {
      throw new WireFormatException("no value of a script: " + tag);
    }
    enter();
    ScriptValue read = value();
    depth--;
    return read;
  }

  /** Reads any object. */
  @Nullable Object java() {
    return data(in.getByte(), false);
  }

  private @Nullable Object data(int tag, boolean ofScript) {
    if (tag <= Tag.CHAR) {
      return tag == Tag.NULL ? null : Numbers.read(tag, in);
    }
    if (tag <= Tag.ZONE) {
      return Times.read(tag, in);
    }
    enter();
    Object read =
        tag <= Tag.OBJECT_ARRAY ? new ContainerReader(this, ofScript).read(tag) : nested(tag);
    depth--;
    return read;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new WireFormatException("a value that is nested too deeply");
    }
  }

  private Object nested(int tag) {
    return switch (tag) {
      case Tag.ARRAY_HERE, Tag.ARRAY_SHARED -> ArrayReader.read(tag, in, context.memory());
      case Tag.VALUE -> value();
      case Tag.SCRIPT_OBJECT -> context.objects().readObject(in);
      case Tag.HOST_OBJECT -> HostObjects.read(this);
      case Tag.RECORD, Tag.ENUM -> NamedThings.read(tag, this);
      case Tag.MAPPED -> context.mappings().read(this);
      default -> JavaArrays.read(tag, in);
    };
  }
}
