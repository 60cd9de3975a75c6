package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a failed conversion where in the containers it failed, from the inside out; as a backend
 * in the same process does.
 */
final class Places {

  private static final String AT = " at value";

  /** A longer place tells nobody more. */
  private static final int LONGEST = 200;

  private Places() {}

  /** Returns the place of a map's entry: {@code ["rows"]}, {@code [3]}, {@code [Point]}. */
  static String ofKey(@Nullable Object key) {
    return switch (key) {
      case String text -> "[\"" + text + "\"]";
      case Number number -> "[" + number + "]";
      case ScriptValue value -> ofKey(value.data());
      case null -> "[None]";
      default -> "[" + key.getClass().getSimpleName() + "]"; // printing it may run a script
    };
  }

  static TypeConversionException within(TypeConversionException error, String place) {
    String message = String.valueOf(error.getMessage());
    int at = message.indexOf(AT);
    if (at >= 0 && message.length() > at + LONGEST) {
      return error;
    }
    String placed =
        at < 0
            ? message + AT + place
            : message.substring(0, at) + AT + place + message.substring(at + AT.length());
    return new TypeConversionException(
        error.expected(),
        error.found(),
        ErrorDetails.of(error.backendName(), placed).causedBy(error.getCause()));
  }
}
