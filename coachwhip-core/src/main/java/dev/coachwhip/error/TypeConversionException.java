package dev.coachwhip.error;

import java.util.Objects;

/**
 * A value does not fit the type asked for, or has no counterpart on the other side. Nothing was
 * converted in part.
 */
public final class TypeConversionException extends ScriptException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;

  /**
   * Makes it.
   *
   * @param expected the type asked for
   * @param found the type there was, with the value where it is short
   */
  public TypeConversionException(String expected, String found, ErrorDetails details) {
    super(details);
    this.expected = Objects.requireNonNull(expected, "expected");
    this.found = Objects.requireNonNull(found, "found");
  }

  /** Makes it with the usual message. */
  public TypeConversionException(String backendName, String expected, String found) {
    this(
        expected, found, ErrorDetails.of(backendName, "expected " + expected + ", found " + found));
  }

  /** Returns the type asked for. */
  public String expected() {
    return expected;
  }

  /** Returns the type there was. */
  public String found() {
    return found;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.TYPE_CONVERSION;
  }
}
