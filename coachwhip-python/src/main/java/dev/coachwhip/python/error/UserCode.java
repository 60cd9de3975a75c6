package dev.coachwhip.python.error;

import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Interpreter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a user's own code from libraries: an error that a library raises is to be looked for where
 * the user called it.
 */
final class UserCode {

  private static final String STANDARD_LIBRARY =
      Interpreter.running().standardLibrary(Attachment.ofCurrentThread());

  private UserCode() {}

  /**
   * Returns the place of the innermost frame that is not in a library; of the innermost one if all
   * are. Attached.
   */
  static Optional<SourceLocation> innermost(List<ScriptFrame> frames) {
    return places(frames)
        .filter(place -> !isLibrary(place.sourceName()))
        .findFirst()
        .or(() -> places(frames).findFirst());
  }

  private static Stream<SourceLocation> places(List<ScriptFrame> frames) {
    return frames.stream().filter(frame -> !frame.isJava()).map(ScriptFrame::location);
  }

  private static boolean isLibrary(String file) {
    String path = file.replace('\\', '/');
    return path.startsWith("<frozen ")
        || path.contains("/site-packages/")
        || path.contains("/dist-packages/")
        || path.startsWith(STANDARD_LIBRARY);
  }
}
