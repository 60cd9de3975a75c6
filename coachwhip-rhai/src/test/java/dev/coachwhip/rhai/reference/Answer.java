package dev.coachwhip.rhai.reference;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a script.
 *
 * @param ok whether it has a value
 * @param printed the lines; what {@code debug} printed as a map of {@code debug} to its text
 * @param type the value's type
 * @param typed the value in its parts; {@link #UNKNOWN} if they do not matter
 * @param text how the value prints
 * @param errorKind Rhai's name of the kind of the innermost error
 * @param line of the innermost error, 0 for none
 * @param column of the innermost error
 * @param message of the error; a hint only
 */
record Answer(
    boolean ok,
    List<Object> printed,
    String type,
    @Nullable Object typed,
    String text,
    String errorKind,
    int line,
    int column,
    String message) {

  /** The parts of a value that are not compared. */
  static final Object UNKNOWN = "unknown parts";

  static Answer value(List<Object> printed, String type, @Nullable Object typed, String text) {
    return new Answer(true, printed, type, typed, text, "", 0, 0, "");
  }

  static Answer error(List<Object> printed, String kind, int line, int column, String message) {
    return new Answer(false, printed, "", null, "", kind, line, column, message);
  }

  /** Tells whether another answer is the same in all that counts. */
  boolean agreesWith(Answer actual) {
    return ok == actual.ok
        && printed.equals(actual.printed)
        && (ok ? sameValue(actual) : sameError(actual));
  }

  @SuppressWarnings("ReferenceEquality") // no value is equal to the unknown one
  private boolean sameValue(Answer actual) {
    return type.equals(actual.type)
        && (typed == UNKNOWN || Objects.equals(typed, actual.typed))
        && text.equals(actual.text);
  }

  private boolean sameError(Answer actual) {
    return errorKind.equals(actual.errorKind) && line == actual.line && column == actual.column;
  }

  /** Tells whether the messages of errors agree, too, which counts for nothing. */
  boolean saysTheSameAs(Answer actual) {
    return message.equals(actual.message);
  }

  /** Returns it in a line. */
  @Override
  @SuppressWarnings("ReferenceEquality") // no value is equal to the unknown one
  public String toString() {
    String output = printed.isEmpty() ? "" : " after " + printed;
    if (ok) {
      String parts = typed == UNKNOWN ? "" : " = " + typed;
      return (type + " " + text + parts + output).replace("\n", "\\n");
    }
    String place = line == 0 ? "" : " at " + line + ":" + column;
    return (errorKind + place + " (" + message + ")" + output).replace("\n", "\\n");
  }
}
