package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes values and errors into messages and reads them; one for each side of a connection. Any
 * thread.
 *
 * <p>Methods that write throw {@link dev.coachwhip.error.TypeConversionException} for what has no
 * counterpart on the other side, with the text that the engine itself would have; the message is to
 * be {@linkplain WireWriter#abandon abandoned} then. Methods that read throw {@link
 * WireFormatException} for what the other side cannot have written.
 */
public final class ValueCodec {

  private final WireContext context;

  /** Makes it. */
  public ValueCodec(WireContext context) {
    this.context = context;
  }

  /** Writes a value of a script, in either direction. */
  public void writeValue(WireWriter out, ScriptValue value) {
    new ValueWriter(out, context).value(value);
  }

  /** Reads what {@link #writeValue} wrote. */
  public ScriptValue readValue(WireReader in) {
    return new ValueReader(in, context).value();
  }

  /** Writes a Java object as {@link dev.coachwhip.ScriptEngine#setGlobal} takes it, in the host. */
  public void writeJava(WireWriter out, @Nullable Object object) {
    new ValueWriter(out, context).java(object);
  }

  /**
   * Reads what {@link #writeJava} wrote, in the worker.
   *
   * @return what the engine makes the same of as it would of the host's object
   */
  public @Nullable Object readJava(WireReader in) {
    return new ValueReader(in, context).java();
  }

  /** Writes an error, or any other throwable, in either direction. */
  public void writeError(WireWriter out, Throwable error) {
    new ErrorWriter(out, context).write(error);
  }

  /**
   * Reads what {@link #writeError} wrote.
   *
   * @return the same object if it is this side's own; a {@link dev.coachwhip.error.ScriptException}
   *     equal to the other side's; else an exception of the same class name and message, of the
   *     very class if this JVM has it
   */
  public Throwable readError(WireReader in) {
    return new ErrorReader(in, context).read();
  }
}
