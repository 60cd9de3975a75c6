package dev.coachwhip.error;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every {@link ScriptException} carries; backends fill it.
 *
 * @param backendName the backend that failed, or {@code "coachwhip"}
 * @param message one sentence with the values that matter
 * @param location where, if known
 * @param frames the calls under way, the script's and those of Java it called, innermost first
 * @param notes what was added to the message later, one text each
 * @param traceback makes the language's own text of the error, only when asked
 * @param cause the cause
 */
public record ErrorDetails(
    String backendName,
    String message,
    Optional<SourceLocation> location,
    List<ScriptFrame> frames,
    List<String> notes,
    Optional<Supplier<String>> traceback,
    @Nullable Throwable cause) {

  /** Copies the lists. */
  public ErrorDetails {
    Objects.requireNonNull(backendName, "backendName");
    Objects.requireNonNull(message, "message");
    frames = List.copyOf(frames);
    notes = List.copyOf(notes);
  }

  /** Returns details with no more than a message. */
  public static ErrorDetails of(String backendName, String message) {
    return new ErrorDetails(
        backendName, message, Optional.empty(), List.of(), List.of(), Optional.empty(), null);
  }

  /** Returns these details with a location. */
  public ErrorDetails at(SourceLocation place) {
    return new ErrorDetails(
        backendName, message, Optional.of(place), frames, notes, traceback, cause);
  }

  /**
   * Returns these details with frames, innermost first; the location is that of the innermost one
   * of the script if there is none yet.
   */
  public ErrorDetails withFrames(List<ScriptFrame> calls) {
    Optional<SourceLocation> place =
        location.or(() ->
            calls.stream().filter(call -> !call.isJava()).findFirst().map(ScriptFrame::location));
    return new ErrorDetails(backendName, message, place, calls, notes, traceback, cause);
  }

  /** Returns these details with notes, one text each. */
  public ErrorDetails withNotes(List<String> texts) {
    return new ErrorDetails(backendName, message, location, frames, texts, traceback, cause);
  }

  /** Returns these details with the language's own text of the error. */
  public ErrorDetails withTraceback(Supplier<String> text) {
    return new ErrorDetails(
        backendName, message, location, frames, notes, Optional.of(text), cause);
  }

  /** Returns these details with a cause. */
  public ErrorDetails causedBy(@Nullable Throwable throwable) {
    return new ErrorDetails(backendName, message, location, frames, notes, traceback, throwable);
  }
}
