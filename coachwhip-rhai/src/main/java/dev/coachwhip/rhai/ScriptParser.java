package dev.coachwhip.rhai;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import dev.coachwhip.rhai.syntax.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses scripts as the options of an engine say. Any thread. */
final class ScriptParser {

  private static final Map<String, SyntaxOptions.Feature> FEATURES =
      Map.of(
          "allowIfExpression", SyntaxOptions.Feature.IF_EXPRESSION,
          "allowSwitchExpression", SyntaxOptions.Feature.SWITCH_EXPRESSION,
          "allowLoopExpressions", SyntaxOptions.Feature.LOOP_EXPRESSION,
          "allowStatementExpression", SyntaxOptions.Feature.STATEMENT_EXPRESSION,
          "allowAnonymousFunctions", SyntaxOptions.Feature.ANONYMOUS_FUNCTION,
          "allowLooping", SyntaxOptions.Feature.LOOPING,
          "allowShadowing", SyntaxOptions.Feature.SHADOWING);

  private final SyntaxOptions syntax;
  private final SyntaxOptions.Builder builder;

  ScriptParser(RhaiOptions options) {
    Set<SyntaxOptions.Feature> forbidden = EnumSet.noneOf(SyntaxOptions.Feature.class);
    FEATURES.forEach((option, feature) -> {
      if (!options.isOn(option)) {
        forbidden.add(feature);
      }
    });
    builder =
        SyntaxOptions.builder()
            .maxExpressionDepths(options.expressionDepth(), options.functionExpressionDepth())
            .maxStringSize(options.count("maxStringSize", 0))
            .maxArraySize(options.count("maxArraySize", 0))
            .maxMapSize(options.count("maxMapSize", 0))
            .maxFunctions(options.maxFunctions())
            .strictVariables(options.isOn("strictVariables"))
            .disabledSymbols(Set.copyOf(options.disabledSymbols()))
            .customSyntaxes(
                options.extensions().map(RhaiExtensions::syntaxes).orElse(List.of()).stream()
                    .map(HostSyntax::syntax)
                    .toList())
            .operators(options.extensions().map(RhaiExtensions::operators).orElse(Map.of()))
            .forbid(forbidden);
    syntax = builder.build();
  }

  /** Tells whether names must be known when a script is read. */
  boolean isStrict() {
    return syntax.strictVariables();
  }

  /**
   * Returns how scripts are read.
   *
   * @param known the names that strict mode knows
   */
  synchronized SyntaxOptions syntax(Set<String> known) {
    return isStrict() ? builder.knownVariables(known).build() : syntax;
  }

  /**
   * Parses a script to see whether it is one.
   *
   * @throws ScriptSyntaxException if it is none; further errors in it are suppressed exceptions of
   *     that
   */
  static void check(ScriptSource source, SyntaxOptions syntax) {
    try {
      Script _ = Parser.parse(source.text(), syntax);
    } catch (SyntaxError e) {
      ScriptSyntaxException first = ScriptErrors.syntax(e, source);
      for (SyntaxError error : Parser.check(source.text(), syntax)) {
        ScriptSyntaxException other = ScriptErrors.syntax(error, source);
        if (!other.report().equals(first.report())) {
          first.addSuppressed(other);
        }
      }
      throw first;
    }
  }

  /** Tells whether a function may have the name. */
  static boolean isFunctionName(String name) {
    return Words.isFunctionName(name);
  }
}
