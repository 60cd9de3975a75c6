package dev.coachwhip.error;

import java.util.Objects;

/**
 * One call that was under way when an error arose: of a script, or of the Java code that a script
 * called.
 *
 * @param language the language of the code: {@link #JAVA}, or the backend's name, such as {@code
 *     "python"}
 * @param function the function's name as the language gives it, such as {@code "Stage.move"},
 *     {@code "<module>"} or, in Java, {@code "com.acme.Stage.move"}
 * @param location where in it; of Java code the file's name without folders and the line only
 */
public record ScriptFrame(String language, String function, SourceLocation location) {

  /** The language of a host's frames. */
  public static final String JAVA = "java";

  /** Checks that none is null. */
  public ScriptFrame {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(location, "location");
  }

  /** Tells whether this is the host's own code. */
  public boolean isJava() {
    return language.equals(JAVA);
  }

  /** Returns {@code at function (name:line:column)}. */
  @Override
  public String toString() {
    return "at " + function + " (" + location + ")";
  }
}
