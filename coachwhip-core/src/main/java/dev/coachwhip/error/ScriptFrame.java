package dev.coachwhip.error;

import java.util.Objects;

/**
 * One call that was under way when an error arose.
 *
 * @param function the function's name as the language gives it, such as {@code "Stage.move"} or
 *     {@code "<module>"}
 * @param location where in it
 */
public record ScriptFrame(String function, SourceLocation location) {

  /** Checks that neither is null. */
  public ScriptFrame {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(location, "location");
  }

  /** Returns {@code at function (name:line:column)}. */
  @Override
  public String toString() {
    return "at " + function + " (" + location + ")";
  }
}
