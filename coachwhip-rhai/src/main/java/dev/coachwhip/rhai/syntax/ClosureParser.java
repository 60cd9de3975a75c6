package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closures. */
final class ClosureParser {

  private static final String END_OF_PARAMETERS =
      "to close the parameters list of anonymous function or closure";

  private final Grammar grammar;
  private final TokenStream tokens;

  ClosureParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  /**
   * Parses a closure.
   *
   * @param bodyOnly whether it has no parameters, not even bars
   */
  Expression parse(FunctionState state, Settings settings, boolean bodyOnly) {
    FunctionState inner = state.inner();
    int start = tokens.peek().span().start();
    List<Name> parameters = bodyOnly ? List.of() : parameters(inner);
    Statement statement = grammar.statements.parse(inner, inside(settings).deeper());
    Block body = BlockParser.of(statement);
    Span span = tokens.reaching(settings.place());
    List<Name> captures = inner.captures();
    Function function =
        new Function(span, name(start), Optional.empty(), parameters, body, true, List.of());
    useOuter(state, settings, captures);
    grammar.defineClosure();
    return new Expression.Closure(span, function, captures);
  }

  private static Settings inside(Settings settings) {
    int kept = settings.flags() & (Settings.QUOTED_PROPERTIES | Settings.EXPRESSIONS_ONLY);
    return settings.withFlags(Settings.IN_FUNCTION | Settings.IN_CLOSURE | kept);
  }

  private List<Name> parameters(FunctionState inner) {
    if (tokens.next().is(TokenKind.OR) || tokens.takeIf(TokenKind.PIPE)) {
      return List.of();
    }
    Map<String, Name> parameters = new LinkedHashMap<>();
    Token next = tokens.next();
    while (!next.is(TokenKind.PIPE)) {
      FunctionParser.add(next, parameters, "", TokenKind.PIPE, END_OF_PARAMETERS);
      inner.variables().push(next.text(), false);
      next =
          grammar.functions.afterParameter(
              tokens.next(), TokenKind.PIPE, "anonymous function", null);
    }
    return List.copyOf(parameters.values());
  }

  private void useOuter(FunctionState state, Settings settings, List<Name> captures) {
    for (Name name : captures) {
      state.use(name.text(), name.span());
      if (settings.has(Settings.STRICT)
          && !settings.has(Settings.IN_CLOSURE)
          && !state.isFunctionName(name.text())
          && !state.variables().isKnown(name.text())
          && !grammar.options.knownVariables().contains(name.text())) {
        throw OperandParser.undefined(name.text(), name.span());
      }
    }
  }

  // the same text gives the same name
  private String name(int start) {
    long hash = 0xcbf29ce484222325L;
    for (int i = start; i < tokens.end(); i++) {
      hash = (hash ^ grammar.text.charAt(i)) * 0x100000001b3L;
    }
    return "anon$" + HexFormat.of().toHexDigits(hash);
  }
}
