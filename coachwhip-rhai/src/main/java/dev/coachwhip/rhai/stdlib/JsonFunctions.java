package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;

/**
 * {@code to_json} of BasicMapPackage, {@code parse_json} of LanguageCorePackage. It is Rhai's idea
 * of JSON: characters stand in single quotes, and what JSON has no form for is written as {@code
 * debug} shows it; reading takes any constant expression.
 */
final class JsonFunctions {

  private JsonFunctions() {}

  @RhaiFunction
  static RhaiString toJson(Run run, RhaiMap map) {
    StringBuilder json = new StringBuilder();
    appendMap(run, json, map);
    return RhaiString.of(json.toString());
  }

  @RhaiFunction
  static RhaiMap parseJson(Run run, RhaiString json) {
    Object value;
    try {
      Expression tree = Parser.parseJson(json.toString(), syntax(run));
      value = new JsonEvaluator(run).evaluate(tree);
    } catch (SyntaxError error) {
      throw RhaiError.parsing(
          error.kind().rhaiName(), error.description(), error.line(), error.column());
    }
    if (value instanceof RhaiMap map) {
      return map;
    }
    throw RhaiError.mismatchOutput("map", run.functions().typeName(value));
  }

  private static SyntaxOptions syntax(Run run) {
    return run.attachment() instanceof SyntaxOptions syntax ? syntax : SyntaxOptions.DEFAULT;
  }

  private static void append(Run run, StringBuilder json, Object value) {
    switch (value) {
      case Unit unit -> json.append("null");
      case RhaiMap map -> appendMap(run, json, map);
      case RhaiArray array -> appendItems(run, json, array);
      case Blob blob -> appendBytes(json, blob);
      case FunctionPointer pointer -> appendPointer(run, json, pointer);
      case Tagged tagged -> append(run, json, tagged.value());
      case Cell cell -> append(run, json, cell.get());
      default -> json.append(Display.rustDebug(value));
    }
  }

  private static void appendMap(Run run, StringBuilder json, RhaiMap map) {
    run.checkStop(0, 0);
    json.append('{');
    map.forEach((key, value) -> {
      separate(json, '{');
      appendText(json, key);
      json.append(':');
      append(run, json, value);
    });
    json.append('}');
  }

  private static void appendItems(Run run, StringBuilder json, Iterable<Object> items) {
    run.checkStop(0, 0);
    json.append('[');
    for (Object item : items) {
      separate(json, '[');
      append(run, json, item);
    }
    json.append(']');
  }

  private static void appendBytes(StringBuilder json, Blob blob) {
    json.append('[');
    for (int i = 0; i < blob.size(); i++) {
      json.append(i > 0 ? "," : "").append(blob.get(i));
    }
    json.append(']');
  }

  private static void appendPointer(Run run, StringBuilder json, FunctionPointer pointer) {
    if (pointer.curried().isEmpty()) {
      appendText(json, pointer.name());
      return;
    }
    json.append('[');
    appendText(json, pointer.name());
    for (Object argument : pointer.curried()) {
      json.append(',');
      append(run, json, argument);
    }
    json.append(']');
  }

  private static void separate(StringBuilder json, char opening) {
    if (json.charAt(json.length() - 1) != opening) {
      json.append(',');
    }
  }

  private static void appendText(StringBuilder json, String text) {
    json.append(Display.rustDebug(RhaiString.of(text)));
  }
}
