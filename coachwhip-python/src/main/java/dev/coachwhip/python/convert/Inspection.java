package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Python object says of itself when it is asked, as one call to its engine each; see {@code
 * _inspect.py}.
 *
 * @param object a reference to it
 */
record Inspection(EngineLink engine, ScriptValue object) {

  private static final String FILE = "_inspect";

  /** Returns a dataclass's fields. */
  Optional<Map<String, ScriptValue>> fields() {
    return ask("fields").map(Inspection::byName);
  }

  private static Map<String, ScriptValue> byName(ScriptValue pairs) {
    Map<String, ScriptValue> fields = new LinkedHashMap<>();
    for (ScriptValue pair : pairs.asList()) {
      List<ScriptValue> nameAndValue = pair.asList();
      fields.put(nameAndValue.getFirst().asString(), nameAndValue.getLast());
    }
    return Collections.unmodifiableMap(fields);
  }

  /** Returns how it is called, if it tells. */
  Optional<ScriptSignature> signature() {
    return ask("signature").map(ScriptValue::asList).map(Inspection::signature);
  }

  private static ScriptSignature signature(List<ScriptValue> parts) {
    return new ScriptSignature(
        parts.get(0).asString(),
        parts.get(2).asList().stream().map(Inspection::parameter).toList(),
        parts.get(1).isNull() ? Optional.empty() : Optional.of(parts.get(1).asString()));
  }

  private static ScriptSignature.Parameter parameter(ScriptValue value) {
    List<ScriptValue> parts = value.asList();
    return new ScriptSignature.Parameter(
        parts.get(0).asString(),
        parts.get(1).as(ScriptSignature.Kind.class),
        parts.get(2).asBoolean());
  }

  /** Returns an attribute. */
  Optional<ScriptValue> attribute(String name) {
    return present(engine.helper(FILE, "attribute", object, name))
        .map(found -> found.asList().getFirst());
  }

  /** Returns the name of a member of an enumeration. */
  Optional<String> constantName() {
    return ask("constant_name").map(ScriptValue::asString);
  }

  /** Tells whether it is an array of which elements are masked: its memory alone is not all. */
  boolean hasMask() {
    return ask("has_mask").isPresent();
  }

  private Optional<ScriptValue> ask(String question) {
    return present(engine.helper(FILE, question, object));
  }

  private static Optional<ScriptValue> present(ScriptValue answer) {
    return answer.isNull() ? Optional.empty() : Optional.of(answer);
  }
}
