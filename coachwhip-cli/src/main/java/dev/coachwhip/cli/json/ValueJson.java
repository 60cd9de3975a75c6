package dev.coachwhip.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.coachwhip.ScriptValue;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/**
 * Writes script values as JSON. Lists, tuples and sets are arrays; a map with keys other than text
 * is an array of {@code [key, value]} pairs; bytes are Base64 text; {@code "nan"}, {@code "inf"}
 * and {@code "-inf"} stand for the floats that JSON lacks; what has no Java counterpart is its
 * printed text.
 */
final class ValueJson {

  private final JsonGenerator json;

  ValueJson(JsonGenerator json) {
    this.json = json;
  }

  void write(ScriptValue value) throws IOException {
    switch (value.data()) {
      case null -> json.writeNull();
      case Boolean b -> json.writeBoolean(b);
      case Long n -> json.writeNumber(n);
      case BigInteger n -> json.writeNumber(n);
      case Double d -> writeDouble(d);
      case String s -> json.writeString(s);
      case byte[] bytes -> json.writeString(Base64.getEncoder().encodeToString(bytes));
      case Map<?, ?> map -> writeMap(value.asEntries());
      case Collection<?> elements -> writeArray(elements);
      default -> json.writeString(value.toString());
    }
  }

  private void writeDouble(double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeString(Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
    }
  }

  private void writeArray(Collection<?> elements) throws IOException {
    json.writeStartArray();
    for (Object element : elements) {
      write((ScriptValue) element);
    }
    json.writeEndArray();
  }

  private void writeMap(Map<ScriptValue, ScriptValue> entries) throws IOException {
    for (ScriptValue key : entries.keySet()) {
      if (!(key.data() instanceof String)) {
        writePairs(entries);
        return;
      }
    }
    json.writeStartObject();
    for (Map.Entry<ScriptValue, ScriptValue> entry : entries.entrySet()) {
      json.writeFieldName(entry.getKey().asString());
      write(entry.getValue());
    }
    json.writeEndObject();
  }

  private void writePairs(Map<ScriptValue, ScriptValue> entries) throws IOException {
    json.writeStartArray();
    for (Map.Entry<ScriptValue, ScriptValue> entry : entries.entrySet()) {
      json.writeStartArray();
      write(entry.getKey());
      write(entry.getValue());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
