package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.syntax.SyntaxOptions.Feature;

/**
 * Operands: literals, names, groups, and statements that have values; with all that follows them.
 */
final class OperandParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  OperandParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  /**
   * Parses an operand.
   *
   * @param afterDot whether it is the name after a dot, with what follows it
   */
  Expression parse(FunctionState state, Settings outer, boolean afterDot) {
    Token token = tokens.peek();
    Settings settings = outer.at(token.span());
    if (!state.accepts(token)) {
      throw SyntaxError.unexpected(token, token.span());
    }
    Expression root = root(state, settings, token, afterDot);
    return state.accepts(tokens.peek()) ? grammar.chains.parse(state, settings, root) : root;
  }

  private Expression root(FunctionState state, Settings settings, Token token, boolean afterDot) {
    return switch (token.kind()) {
      case END -> throw ExpressionParser.incomplete(token);
      case UNIT -> new Expression.UnitLiteral(take());
      case INTEGER -> new Expression.IntegerLiteral(take(), token.bits());
      case FLOAT -> new Expression.FloatLiteral(take(), token.number());
      case CHARACTER -> new Expression.CharacterLiteral(take(), (int) token.bits());
      case STRING -> new Expression.StringLiteral(take(), token.text());
      case TRUE -> new Expression.BooleanLiteral(take(), true);
      case FALSE -> new Expression.BooleanLiteral(take(), false);
      // an open range starts at 0
      case EXCLUSIVE_RANGE, INCLUSIVE_RANGE -> new Expression.IntegerLiteral(token.span(), 0);
      case LEFT_PARENTHESIS -> group(state, settings);
      case INTERPOLATED -> grammar.literals.interpolated(state, settings);
      case LEFT_BRACKET -> grammar.literals.array(state, settings.deeper());
      case MAP_START -> grammar.literals.map(state, settings.deeper());
      case PIPE, OR -> closure(state, settings, token);
      case IDENTIFIER, RESERVED, CUSTOM -> word(state, settings, token, afterDot);
      case ERROR -> {
        tokens.next();
        token.check();
        throw new AssertionError(token);
      }
      default -> statement(state, settings, token);
    };
  }

  private Span take() {
    return tokens.next().span();
  }

  private Expression group(FunctionState state, Settings settings) {
    tokens.next();
    Expression inside = grammar.expressions.parse(state, settings.deeper());
    tokens.take(TokenKind.RIGHT_PARENTHESIS, "for a matching ( in this expression");
    return inside;
  }

  private Expression closure(FunctionState state, Settings settings, Token token) {
    if (!grammar.options.allows(Feature.ANONYMOUS_FUNCTION)) {
      throw SyntaxError.unexpected(token, token.span());
    }
    grammar.checkFunctionCount(token.span());
    return grammar.closures.parse(state, settings, false);
  }

  private Expression statement(FunctionState state, Settings settings, Token token) {
    if (!mayBeExpression(settings, token.kind())) {
      throw SyntaxError.unexpected(token, token.span());
    }
    Settings deeper = settings.deeper();
    return switch (token.kind()) {
      case LEFT_BRACE -> grammar.blocks.expression(state, deeper);
      case IF -> grammar.controls.parseIf(state, deeper);
      case SWITCH -> grammar.switches.parse(state, deeper);
      case WHILE, LOOP -> grammar.controls.parseWhile(state, deeper);
      case DO -> grammar.controls.parseDo(state, deeper);
      case FOR -> grammar.controls.parseFor(state, deeper);
      default -> throw new AssertionError(token);
    };
  }

  private boolean mayBeExpression(Settings settings, TokenKind kind) {
    return switch (kind) {
      case LEFT_BRACE -> allows(Feature.STATEMENT_EXPRESSION) && !settings.has(Settings.NO_BLOCKS);
      case IF -> allows(Feature.IF_EXPRESSION);
      case SWITCH -> allows(Feature.SWITCH_EXPRESSION);
      case WHILE, LOOP, DO, FOR ->
          allows(Feature.LOOPING)
              && allows(Feature.LOOP_EXPRESSION)
              && !settings.has(Settings.NO_BLOCKS);
      default -> false;
    };
  }

  private boolean allows(Feature feature) {
    return grammar.options.allows(feature);
  }

  private Expression word(FunctionState state, Settings settings, Token token, boolean afterDot) {
    CustomSyntax syntax = grammar.options.customSyntax(token.text());
    if (syntax != null) {
      tokens.next();
      return grammar.customSyntaxes.parse(state, settings.deeper(), syntax);
    }
    return switch (token.kind()) {
      case IDENTIFIER -> name(state, settings, afterDot);
      case RESERVED -> reserved(settings);
      default -> throw SyntaxError.unexpected(token, token.span());
    };
  }

  private Expression name(FunctionState state, Settings settings, boolean afterDot) {
    Token token = tokens.next();
    String name = token.text();
    Token next = tokens.peek();
    switch (next.kind()) {
      case LEFT_PARENTHESIS, BANG, UNIT -> state.capture(true);
      case DOUBLE_COLON -> {
        if (afterDot) {
          throw SyntaxError.improper("::", "", next.span());
        }
        state.capture(true);
      }
      default -> {
        state.use(name, token.span());
        checkKnown(state, settings, token, afterDot);
      }
    }
    return new Expression.Variable(token.span(), name);
  }

  private void checkKnown(FunctionState state, Settings settings, Token token, boolean afterDot) {
    String name = token.text();
    if (settings.has(Settings.STRICT)
        && !afterDot
        && !state.isFunctionName(name)
        && !state.variables().isKnown(name)
        && !grammar.options.knownVariables().contains(name)) {
      throw undefined(name, token.span());
    }
  }

  static SyntaxError undefined(String name, Span place) {
    return SyntaxError.of(ParseErrorKind.VARIABLE_UNDEFINED, "Undefined variable: " + name, place);
  }

  private Expression reserved(Settings settings) {
    Token token = tokens.next();
    String word = token.text();
    TokenKind next = tokens.peek().kind();
    boolean called =
        next == TokenKind.LEFT_PARENTHESIS || next == TokenKind.BANG || next == TokenKind.UNIT;
    if (called && Words.isCallable(word)) {
      return new Expression.Variable(token.span(), word);
    }
    if (!word.equals("this")) {
      throw SyntaxError.reserved(word, token.span());
    }
    if (!settings.has(Settings.IN_FUNCTION)) {
      throw SyntaxError.improper(word, "'this' can only be used in functions", token.span());
    }
    return new Expression.This(token.span());
  }
}
