package dev.coachwhip.error;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The script failed while it ran. The cause, if any, is what the language names as cause: another
 * script error, or the very exception that a host function threw. Parts of an exception group are
 * {@linkplain #getSuppressed() suppressed} exceptions.
 */
public final class ScriptRuntimeException extends ScriptException {

  private static final long serialVersionUID = 1L;

  private final String typeName;
  private final @Nullable Integer exitCode; // OptionalInt cannot be serialised

  /**
   * Makes it.
   *
   * @param typeName the language's name of the error, such as {@code "ZeroDivisionError"}
   */
  public ScriptRuntimeException(String typeName, ErrorDetails details) {
    this(typeName, OptionalInt.empty(), details);
  }

  /**
   * Makes it for a script that ended itself with an exit code.
   *
   * @param exitCode what {@link #exitCode()} returns
   */
  public ScriptRuntimeException(String typeName, OptionalInt exitCode, ErrorDetails details) {
    super(details);
    this.typeName = Objects.requireNonNull(typeName, "typeName");
    this.exitCode = exitCode.isPresent() ? (Integer) exitCode.getAsInt() : null;
  }

  /**
   * Returns the language's own name of the error: Python's class, Rhai's kind such as {@code
   * ErrorArithmetic}.
   */
  public String typeName() {
    return typeName;
  }

  /** Returns the exit code if the script ended itself, as by Python's {@code sys.exit(3)}. */
  public OptionalInt exitCode() {
    return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.RUNTIME;
  }
}
