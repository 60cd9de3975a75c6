package dev.coachwhip.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The JSON object for one run: {@code ok}, then {@code type} and {@code value} or {@code error},
 * then what the script printed. All characters are ASCII, so that no encoding on the way can spoil
 * them and a text with an unpaired surrogate survives.
 */
public final class RunReport {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
          .build();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  /** Begins the object. */
  public RunReport() {
    try {
      json = FACTORY.createGenerator(text);
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script ended by itself. */
  public void result(ScriptValue value) {
    write(() -> {
      json.writeBooleanField("ok", true);
      json.writeStringField("type", value.typeName());
      json.writeFieldName("value");
      new ValueJson(json).write(value);
    });
  }

  /** The script ended itself with an exit code; zero is a success without a value. */
  public void exited(ScriptRuntimeException exit) {
    if (exit.exitCode().orElse(0) != 0) {
      failure(exit);
      return;
    }
    write(() -> {
      json.writeBooleanField("ok", true);
      json.writeNullField("type");
      json.writeNullField("value");
    });
  }

  /** The script failed or was stopped. */
  public void failure(ScriptException error) {
    write(() -> {
      json.writeBooleanField("ok", false);
      json.writeFieldName("error");
      new ErrorJson(json).write(error);
    });
  }

  /** There was no script error to report, only a problem of the program's own. */
  public void problem(String code, String message) {
    write(() -> {
      json.writeBooleanField("ok", false);
      json.writeObjectFieldStart("error");
      json.writeStringField("code", code);
      json.writeStringField("message", message);
      json.writeEndObject();
    });
  }

  /** Adds what the script printed and returns the whole object as one line. */
  public String finish(String output, String errorOutput) {
    write(() -> {
      json.writeStringField("output", output);
      json.writeStringField("errorOutput", errorOutput);
      json.writeEndObject();
      json.close();
    });
    return text.toString();
  }

  @FunctionalInterface
  private interface Part {
    void write() throws IOException;
  }

  private static void write(Part part) {
    try {
      part.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the writer is memory
    }
  }
}
