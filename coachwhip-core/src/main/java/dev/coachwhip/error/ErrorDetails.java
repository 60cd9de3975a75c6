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
 * @param frames the script's calls, innermost first
 * @param traceback makes the language's own text of the error, only when asked
 * @param cause the cause
 */
public record ErrorDetails(
    String backendName,
    String message,
    Optional<SourceLocation> location,
    List<ScriptFrame> frames,
    Optional<Supplier<String>> traceback,
    @Nullable Throwable cause) {

  /** Copies the frames. */
  public ErrorDetails {
    Objects.requireNonNull(backendName, "backendName");
    Objects.requireNonNull(message, "message");
    frames = List.copyOf(frames);
  }

  /** Returns details with no more than a message. */
  public static ErrorDetails of(String backendName, String message) {
    return new ErrorDetails(
        backendName, message, Optional.empty(), List.of(), Optional.empty(), null);
  }

  /** Returns these details with a location. */
  public ErrorDetails at(SourceLocation place) {
    return new ErrorDetails(backendName, message, Optional.of(place), frames, traceback, cause);
  }

  /**
   * Returns these details with frames, innermost first; the location is the innermost frame's if
   * there is none yet.
   */
  public ErrorDetails withFrames(List<ScriptFrame> calls) {
    Optional<SourceLocation> place =
        location.isPresent() || calls.isEmpty()
            ? location
            : Optional.of(calls.getFirst().location());
    return new ErrorDetails(backendName, message, place, calls, traceback, cause);
  }

  /** Returns these details with the language's own text of the error. */
  public ErrorDetails withTraceback(Supplier<String> text) {
    return new ErrorDetails(backendName, message, location, frames, Optional.of(text), cause);
  }

  /** Returns these details with a cause. */
  public ErrorDetails causedBy(@Nullable Throwable throwable) {
    return new ErrorDetails(backendName, message, location, frames, traceback, throwable);
  }
}
