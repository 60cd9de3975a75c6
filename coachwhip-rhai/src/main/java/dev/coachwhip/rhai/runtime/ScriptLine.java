package dev.coachwhip.rhai.runtime;

import java.util.Optional;

/**
 * A line of a script, as the JVM knows it from the line table of compiled code.
 *
 * @param source the script's name
 * @param line from 1
 */
public record ScriptLine(String source, int line) {

  /** What the names of classes made of scripts begin with; they are in no package. */
  public static final String CLASS_NAME = "RhaiScript";

  /** How far away the script is at most from the Java code that it called. */
  private static final int NEAR = 12;

  /** Returns the line that called the Java code that runs. Takes about a microsecond. */
  static Optional<ScriptLine> current() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .limit(NEAR)
                .filter(frame -> frame.getClassName().startsWith(CLASS_NAME))
                .findFirst())
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .map(frame -> new ScriptLine(frame.getFileName(), frame.getLineNumber()));
  }
}
