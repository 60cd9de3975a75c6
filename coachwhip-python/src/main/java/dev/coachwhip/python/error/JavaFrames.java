package dev.coachwhip.python.error;

import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.interp.NativeFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Frames of the Java code that a script called and that threw. */
final class JavaFrames {

  /** What lies between a script and the code it calls. */
  private static final List<String> BETWEEN =
      List.of(
          "dev.coachwhip.python.",
          "dev.coachwhip.internal.",
          "dev.coachwhip.spi.",
          "dev.coachwhip.error.",
          "java.lang.invoke.",
          "java.lang.reflect.",
          "jdk.internal.");

  private static final String OURS = "dev.coachwhip.";
  private static final String BOUNDARY = NativeFunctions.class.getName();

  private JavaFrames() {}

  /**
   * Returns the frames from where the exception was made out to where the script called Java,
   * innermost first. None if it was made elsewhere: before, or on another thread.
   */
  static List<ScriptFrame> of(Throwable thrown) {
    List<ScriptFrame> frames = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (element.getClassName().equals(BOUNDARY)) {
        return List.copyOf(frames);
      }
      if (isUsers(element) && element.getLineNumber() > 0) {
        frames.add(frame(element));
      }
    }
    return List.of();
  }

  private static boolean isUsers(StackTraceElement element) {
    String name = element.getClassName();
    boolean api = name.startsWith(OURS) && name.indexOf('.', OURS.length()) < 0;
    return !api && BETWEEN.stream().noneMatch(name::startsWith);
  }

  private static ScriptFrame frame(StackTraceElement element) {
    String file = element.getFileName();
    return new ScriptFrame(
        ScriptFrame.JAVA,
        element.getClassName() + "." + element.getMethodName(),
        SourceLocation.ofLine(
            file == null ? element.getClassName() : file,
            element.getLineNumber(),
            Optional.empty()));
  }
}
