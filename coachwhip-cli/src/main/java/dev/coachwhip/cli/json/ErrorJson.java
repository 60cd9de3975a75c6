package dev.coachwhip.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the whole of a script error as JSON. */
final class ErrorJson {

  private final JsonGenerator json;

  /** What is written already: causes may form a circle. */
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  ErrorJson(JsonGenerator json) {
    this.json = json;
  }

  void write(ScriptException error) throws IOException {
    json.writeStartObject();
    writeFacts(error);
    json.writeArrayFieldStart("causes");
    for (Throwable cause = next(error); cause != null; cause = next(cause)) {
      json.writeStartObject();
      writeFacts(cause);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("traceback", error.traceback());
    json.writeEndObject();
  }

  private @Nullable Throwable next(Throwable error) {
    seen.add(error);
    Throwable cause = error.getCause();
    return cause == null || seen.contains(cause) ? null : cause;
  }

  private void writeFacts(Throwable error) throws IOException {
    if (error instanceof ScriptException script) {
      writeFacts(script);
    } else {
      json.writeStringField("code", "HOST");
      json.writeStringField("type", error.getClass().getName());
      json.writeStringField("message", error.getMessage());
    }
  }

  private void writeFacts(ScriptException error) throws IOException {
    json.writeStringField("code", error.code().name());
    json.writeStringField("type", typeOf(error));
    json.writeStringField("message", error.getMessage());
    json.writeStringField("backend", error.backendName());
    writeParticulars(error);
    json.writeFieldName("location");
    writeLocation(error.location());
    writeFrames(error);
    writeNotes(error);
    writeParts(error);
  }

  private static String typeOf(ScriptException error) {
    return error instanceof ScriptRuntimeException runtime
        ? runtime.typeName()
        : error.getClass().getSimpleName();
  }

  private void writeParticulars(ScriptException error) throws IOException {
    switch (error) {
      case ScriptRuntimeException runtime when runtime.exitCode().isPresent() ->
          json.writeNumberField("exitCode", runtime.exitCode().getAsInt());
      case LimitExceededException limit -> {
        json.writeStringField("limit", limit.limit());
        json.writeStringField("amount", limit.amount());
      }
      case TypeConversionException conversion -> {
        json.writeStringField("expected", conversion.expected());
        json.writeStringField("found", conversion.found());
      }
      case VariableNotFoundException variable ->
          json.writeStringField("variable", variable.variableName());
      case PolicyViolationException violation ->
          json.writeStringField("refused", violation.refused());
      default -> {}
    }
  }

  private void writeLocation(Optional<SourceLocation> location) throws IOException {
    if (location.isEmpty()) {
      json.writeNull();
    } else {
      json.writeStartObject();
      writeRange(location.get());
      json.writeEndObject();
    }
  }

  private void writeRange(SourceLocation location) throws IOException {
    json.writeStringField("source", location.sourceName());
    json.writeNumberField("line", location.line());
    json.writeNumberField("column", location.column());
    json.writeNumberField("endLine", location.endLine());
    json.writeNumberField("endColumn", location.endColumn());
    json.writeStringField("sourceLine", location.sourceLine().orElse(null));
  }

  private void writeFrames(ScriptException error) throws IOException {
    json.writeArrayFieldStart("frames");
    for (ScriptFrame frame : error.frames()) {
      json.writeStartObject();
      json.writeStringField("language", frame.language());
      json.writeStringField("function", frame.function());
      writeRange(frame.location());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeNotes(ScriptException error) throws IOException {
    if (error.notes().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("notes");
    for (String note : error.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
  }

  /** Writes the parts of an exception group, if it is one. */
  private void writeParts(ScriptException error) throws IOException {
    if (error.getSuppressed().length == 0) {
      return;
    }
    json.writeArrayFieldStart("parts");
    for (Throwable part : error.getSuppressed()) {
      json.writeStartObject();
      writeFacts(part);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
