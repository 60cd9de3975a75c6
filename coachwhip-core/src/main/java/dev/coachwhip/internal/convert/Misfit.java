package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import org.jspecify.annotations.Nullable;

/**
 * A conversion that failed, on its way out of the containers it is inside of; never reaches a user:
 * {@link Conversions} makes a {@link TypeConversionException} of it.
 */
public final class Misfit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;
  private final String backendName;
  private final StringBuilder path = new StringBuilder();

  private Misfit(String expected, String found, ScriptValue value, @Nullable Throwable cause) {
    super(null, cause, false, false); // no stack trace: it is replaced before anybody sees it
    this.expected = expected;
    this.found = found;
    this.backendName = value.backendName();
  }

  /** Makes it for a value that is not of the type. */
  public static Misfit of(Class<?> expected, ScriptValue found) {
    return new Misfit(expected.getSimpleName(), found.describe(), found, null);
  }

  /**
   * Makes it for a value that is not of the type for a reason worth telling.
   *
   * @param reason ends the message
   */
  public static Misfit of(Class<?> expected, ScriptValue found, String reason) {
    return new Misfit(expected.getSimpleName(), found.describe() + ": " + reason, found, null);
  }

  /** Makes it for a type whose own code refused the value. */
  static Misfit refused(Class<?> expected, ScriptValue found, Throwable cause) {
    String text = found.describe() + ": " + cause;
    return new Misfit(expected.getSimpleName(), text, found, cause);
  }

  /** Adds where in a container it was, from the inside out; the same object. */
  Misfit within(String place) {
    path.insert(0, place);
    return this;
  }

  /** Returns what the user sees. */
  public TypeConversionException toException() {
    String place = path.isEmpty() ? "" : " at " + path;
    String message = "expected " + expected + ", found " + found + place;
    return new TypeConversionException(
        expected, found, ErrorDetails.of(backendName, message).causedBy(getCause()));
  }
}
