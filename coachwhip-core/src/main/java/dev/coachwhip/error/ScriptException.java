package dev.coachwhip.error;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The root of all failures that scripts and backends cause. Immutable and made of Java data only,
 * so it may be kept, sent to another thread, serialised, and read after its engine is closed.
 * Mistakes of the calling program are JDK exceptions instead.
 */
public abstract sealed class ScriptException extends RuntimeException
    permits ScriptSyntaxException,
        ScriptRuntimeException,
        VariableNotFoundException,
        TypeConversionException,
        FunctionRegistrationException,
        FunctionBindingException,
        LimitExceededException,
        ScriptCancelledException,
        PolicyViolationException,
        BackendException {

  private static final long serialVersionUID = 1L;

  /** Written by {@link WrittenDetails}; final but for deserialisation. */
  private transient ErrorDetails details;

  /** Fills in what all have in common. */
  protected ScriptException(ErrorDetails details) {
    super(details.message(), details.cause());
    this.details = details;
  }

  /** Returns the kind of failure. */
  public abstract ErrorCode code();

  /** Returns where in which source, if known. */
  public final Optional<SourceLocation> location() {
    return details.location();
  }

  /**
   * Returns the calls under way, innermost first: the script's, and those of the Java code that it
   * called and that failed. Empty if there were none. Unmodifiable.
   */
  public final List<ScriptFrame> frames() {
    return details.frames();
  }

  /** Returns what was added to the message later, as by Python's {@code add_note}. Unmodifiable. */
  public final List<String> notes() {
    return details.notes();
  }

  /** Returns the backend that failed, or {@code "coachwhip"}. */
  public final String backendName() {
    return details.backendName();
  }

  /**
   * Returns the error as the script's own language prints it; for errors it would not print, {@link
   * #report()}.
   */
  public final String traceback() {
    return details.traceback().map(java.util.function.Supplier::get).orElseGet(this::report);
  }

  /**
   * Returns the error for a person to read: message, place, source line with carets, frames, and
   * the causes likewise. Several lines, without a line end at the end.
   */
  public final String report() {
    return ErrorReport.of(this);
  }

  /**
   * Returns the class name and the {@linkplain #report() report} without causes, which stack traces
   * print themselves.
   */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // getMessage stays one sentence
  public String toString() {
    return getClass().getName() + ": " + ErrorReport.withoutCauses(this);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    WrittenDetails.write(details, out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    details = WrittenDetails.read(in, String.valueOf(getMessage()), getCause());
  }
}
