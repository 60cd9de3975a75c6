package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions with names. */
final class FunctionParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  FunctionParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  Statement parse(FunctionState state, Settings settings) {
    Token first = tokens.peek();
    boolean visible = !tokens.takeIf(TokenKind.PRIVATE);
    Token fn = tokens.next();
    if (!fn.is(TokenKind.FN)) {
      throw SyntaxError.missing(TokenKind.FN, "following 'private'", fn.span());
    }
    if (!settings.has(Settings.GLOBAL)) {
      throw wrongDefinition(first.span());
    }
    grammar.checkFunctionCount(fn.span());
    Function function =
        function(state.inner(), inside(settings, fn), fn.span(), visible, first.comments());
    if (!grammar.define(function, signature(function))) {
      throw duplicate(function, fn.span());
    }
    return new Statement.Empty(fn.span());
  }

  static SyntaxError wrongDefinition(Span place) {
    return SyntaxError.of(
        ParseErrorKind.WRONG_FUNCTION_DEFINITION,
        "Function definitions must be at global level and cannot be inside a block or another"
            + " function",
        place);
  }

  private Settings inside(Settings settings, Token fn) {
    int kept = settings.flags() & (Settings.STRICT | Settings.QUOTED_PROPERTIES);
    return Settings.of(
        Settings.IN_FUNCTION | kept, grammar.options.maxFunctionExpressionDepth(), fn.span());
  }

  private static String signature(Function function) {
    String type =
        switch (function.thisType().orElse("")) {
          case "int" -> "i64";
          case "float" -> "f64";
          case String name -> name;
        };
    return function.name() + '\n' + function.parameters().size() + '\n' + type;
  }

  private static SyntaxError duplicate(Function function, Span place) {
    int count = function.parameters().size();
    String parameters =
        switch (count) {
          case 0 -> "no parameters";
          case 1 -> "1 parameter";
          default -> count + " parameters";
        };
    return SyntaxError.of(
        ParseErrorKind.FUNCTION_DUPLICATED_DEFINITION,
        "Function " + function.name() + " with " + parameters + " already exists",
        place);
  }

  private Function function(
      FunctionState state, Settings outer, Span place, boolean visible, List<String> comments) {
    Settings settings = outer.deeper();
    Token first = tokens.next();
    Optional<String> type = thisType(first);
    String name = name(type.isPresent() ? tokens.next() : first);
    List<Name> parameters = parameters(state, name);
    if (!tokens.at(TokenKind.LEFT_BRACE)) {
      throw SyntaxError.of(
          ParseErrorKind.FUNCTION_MISSING_BODY,
          "Expecting body statement block for function " + name,
          tokens.here());
    }
    Block body = grammar.blocks.parse(state, settings);
    Span span = tokens.reaching(place);
    return new Function(span, name, type, parameters, body, visible, comments);
  }

  private Optional<String> thisType(Token first) {
    boolean typed = first.is(TokenKind.STRING) || first.is(TokenKind.IDENTIFIER);
    if (typed && tokens.takeIf(TokenKind.PERIOD)) {
      return Optional.of(first.text());
    }
    if (first.is(TokenKind.STRING)) {
      throw SyntaxError.missing(TokenKind.PERIOD, "after the type name for 'this'", tokens.here());
    }
    // Rhai looks at the token behind the name before it judges the name
    tokens.peek();
    return Optional.empty();
  }

  private static String name(Token token) {
    String text = token.text();
    boolean word = token.is(TokenKind.IDENTIFIER) || token.is(TokenKind.CUSTOM);
    if (word && Words.isFunctionName(text)) {
      return text;
    }
    if (token.is(TokenKind.RESERVED)) {
      throw SyntaxError.reserved(text, token.span());
    }
    throw SyntaxError.of(
        ParseErrorKind.FUNCTION_MISSING_NAME,
        "Expecting function name in function declaration",
        token.span());
  }

  private List<Name> parameters(FunctionState state, String function) {
    if (tokens.takeIf(TokenKind.UNIT)) {
      return List.of();
    }
    if (!tokens.takeIf(TokenKind.LEFT_PARENTHESIS)) {
      throw SyntaxError.of(
          ParseErrorKind.FUNCTION_MISSING_PARAMETERS,
          "Expecting parameters for function " + function,
          tokens.here());
    }
    Map<String, Name> parameters = new LinkedHashMap<>();
    String end = "to close the parameters list of function '" + function + "'";
    Token next = tokens.next();
    while (!next.is(TokenKind.RIGHT_PARENTHESIS)) {
      add(next, parameters, function, TokenKind.RIGHT_PARENTHESIS, end);
      state.variables().push(next.text(), false);
      next = afterParameter(tokens.next(), TokenKind.RIGHT_PARENTHESIS, "function", function);
    }
    return List.copyOf(parameters.values());
  }

  /**
   * Adds the parameter that a token is, or throws.
   *
   * @param end what the parenthesis or bar that is missing otherwise is for
   */
  static void add(
      Token token, Map<String, Name> parameters, String function, TokenKind closing, String end) {
    if (!token.is(TokenKind.IDENTIFIER)) {
      throw noParameter(token, closing, end);
    }
    Name name = new Name(token.text(), token.span());
    if (parameters.putIfAbsent(name.text(), name) != null) {
      throw SyntaxError.of(
          ParseErrorKind.FUNCTION_DUPLICATED_PARAMETER,
          "Duplicated parameter " + name.text() + " for function " + function,
          name.span());
    }
  }

  private static SyntaxError noParameter(Token token, TokenKind closing, String end) {
    token.check();
    if (token.is(TokenKind.RESERVED)) {
      return SyntaxError.reserved(token.text(), token.span());
    }
    if (token.kind().isKeyword()) {
      return SyntaxError.of(
          ParseErrorKind.VARIABLE_EXPECTED, "Expecting name of a variable", token.span());
    }
    return SyntaxError.missing(closing, end, token.span());
  }

  /** Returns the token that ends the parameters, or the one after a comma. */
  Token afterParameter(Token token, TokenKind end, String what, @Nullable String function) {
    if (token.is(end)) {
      return token;
    }
    if (token.is(TokenKind.COMMA)) {
      return tokens.next();
    }
    token.check();
    String of = function == null ? "" : " '" + function + "'";
    throw SyntaxError.missing(
        TokenKind.COMMA, "to separate the parameters of " + what + of, token.span());
  }
}
