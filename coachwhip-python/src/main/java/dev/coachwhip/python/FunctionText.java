package dev.coachwhip.python;

import dev.coachwhip.DescribedFunction;
import dev.coachwhip.DescribedFunction.Parameter;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptSignature.Kind;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.convert.PythonPrinter;
import java.util.ArrayList;
import java.util.List;

/** What Python shows of a host function: its signature, as {@code inspect} reads it, and text. */
final class FunctionText {

  private FunctionText() {}

  /** Returns the text of a C function's {@code ml_doc}; empty for a function that says nothing. */
  static String of(String name, HostFunction function) {
    if (!(function instanceof DescribedFunction described)) {
      return "";
    }
    String text = described.documentation().replace('\0', ' '); // would end a C string
    String parameters = parameters(described);
    return isAscii(parameters) ? "%s(%s)\n--\n\n%s".formatted(name, parameters, text) : text;
  }

  /** Python reads no other signatures. */
  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String parameters(DescribedFunction function) {
    List<String> parts = new ArrayList<>();
    Kind before = Kind.POSITIONAL_OR_KEYWORD;
    for (Parameter parameter : function.parameters()) {
      addMarks(parts, before, parameter.kind());
      parts.add(shown(parameter));
      before = parameter.kind();
    }
    if (before == Kind.POSITIONAL_ONLY) {
      parts.add("/");
    }
    return String.join(", ", parts);
  }

  private static void addMarks(List<String> parts, Kind before, Kind kind) {
    if (before == Kind.POSITIONAL_ONLY && kind != Kind.POSITIONAL_ONLY) {
      parts.add("/");
    }
    if (kind == Kind.KEYWORD_ONLY && before.compareTo(Kind.VAR_POSITIONAL) < 0) {
      parts.add("*");
    }
  }

  private static String shown(Parameter parameter) {
    return switch (parameter.kind()) {
      case VAR_POSITIONAL -> "*" + parameter.name();
      case VAR_KEYWORD -> "**" + parameter.name();
      default ->
          parameter.name() + parameter.defaultValue().map(value -> "=" + literal(value)).orElse("");
    };
  }

  /** Python evaluates the default, and gives up the whole signature if it is no literal. */
  private static String literal(ScriptValue value) {
    return switch (value.data()) {
      case null -> "None";
      case Double d when !Double.isFinite(d) -> "...";
      case Boolean _, Double _, Long _, String _, byte[] _ ->
          escaped(PythonPrinter.INSTANCE.repr(value));
      case Object _ -> "...";
    };
  }

  private static String escaped(String literal) {
    StringBuilder out = new StringBuilder();
    literal
        .codePoints()
        .forEach(c -> out.append(c < 0x80 ? Character.toString(c) : "\\U%08x".formatted(c)));
    return out.toString();
  }
}
