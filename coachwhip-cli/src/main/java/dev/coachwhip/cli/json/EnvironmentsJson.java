package dev.coachwhip.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.coachwhip.python.PythonEnvironment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The JSON object for a list of environments: {@code ok} and {@code environments}, each with {@code
 * name}, {@code python}, {@code packages} and {@code path}. All characters are ASCII.
 */
public final class EnvironmentsJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private EnvironmentsJson() {}

  /** Returns it as one line. */
  public static String of(List<PythonEnvironment> environments) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeBooleanField("ok", true);
      json.writeArrayFieldStart("environments");
      for (PythonEnvironment environment : environments) {
        write(environment, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the writer is memory
    }
    return text.toString();
  }

  private static void write(PythonEnvironment environment, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", environment.name());
    json.writeStringField("python", environment.pythonVersion());
    json.writeArrayFieldStart("packages");
    for (String line : environment.packages()) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeStringField("path", environment.path().toString());
    json.writeEndObject();
  }
}
