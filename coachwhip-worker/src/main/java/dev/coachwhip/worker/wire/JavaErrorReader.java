package dev.coachwhip.worker.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a throwable that is none of ours.
 *
 * @param isHost whether in the host, which makes objects of the JDK's classes and our own only
 */
record JavaErrorReader(WireReader in, boolean isHost) {

  Throwable read(@Nullable Throwable cause) {
    List<String> classes = texts();
    String message = in.getOptionalText();
    String text = in.getText();
    StackTraceElement[] trace = trace();
    Throwable made = ThrowableClasses.make(classes, message, text, cause, !isHost);
    if (cause != null && made.getCause() == null) {
      addCause(made, cause);
    }
    made.setStackTrace(trace);
    return made;
  }

  private static void addCause(Throwable made, Throwable cause) {
    try {
      Throwable _ = made.initCause(cause);
    } catch (IllegalStateException | IllegalArgumentException e) {
      // Of a class that takes its cause in the constructor only: it is left out.
    }
  }

  private List<String> texts() {
    int count = in.getCount(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.getText());
    }
    return List.copyOf(texts);
  }

  private StackTraceElement[] trace() {
    int count = in.getCount(4);
    StackTraceElement[] trace = new StackTraceElement[count];
    for (int i = 0; i < count; i++) {
      trace[i] =
          new StackTraceElement(
              in.getText(), in.getText(), in.getOptionalText(), (int) in.getNumber());
    }
    return trace;
  }
}
