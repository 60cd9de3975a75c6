package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.syntax.SyntaxOptions.Feature;
import java.util.Optional;

/** Statements of all kinds. */
final class StatementParser {

  private final Grammar grammar;
  private final TokenStream tokens;
  private boolean selfTerminated;

  StatementParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  /** Tells whether the statement just parsed needs no semicolon. */
  boolean wasSelfTerminated() {
    return selfTerminated;
  }

  /** Parses a statement; functions go to the library and leave an empty one. */
  Statement parse(FunctionState state, Settings outer) {
    Token token = tokens.peek();
    Settings settings = outer.at(token.span());
    Statement statement = statement(state, settings, token);
    selfTerminated = isSelfTerminated(token.kind(), statement);
    return statement;
  }

  private boolean isSelfTerminated(TokenKind first, Statement statement) {
    return switch (first) {
      case LEFT_BRACE, IF, SWITCH, WHILE, LOOP, FOR, TRY -> true;
      default ->
          statement instanceof Statement.ExpressionStatement(Expression.CustomSyntax syntax)
              && syntax.selfTerminated();
    };
  }

  private Statement statement(FunctionState state, Settings settings, Token token) {
    return switch (token.kind()) {
      case END -> new Statement.Empty(token.span());
      case SEMICOLON -> new Statement.Empty(tokens.next().span());
      case FN, PRIVATE -> grammar.functions.parse(state, settings);
      case LEFT_BRACE, IF, SWITCH -> control(state, settings.deeper(), token);
      case TRY -> grammar.controls.parseTry(state, settings.deeper());
      case RETURN, THROW -> leave(state, settings);
      case LET, CONST -> grammar.declarations.parse(state, settings.deeper(), false);
      case IMPORT -> grammar.declarations.parseImport(state, settings.deeper());
      case EXPORT -> export(state, settings, token);
      case WHILE, LOOP, DO, FOR, BREAK, CONTINUE -> {
        if (grammar.options.allows(Feature.LOOPING)) {
          yield looping(state, settings, token);
        }
        yield expression(state, settings.deeper());
      }
      default -> expression(state, settings.deeper());
    };
  }

  private Statement control(FunctionState state, Settings deeper, Token token) {
    return new Statement.ExpressionStatement(
        switch (token.kind()) {
          case LEFT_BRACE -> grammar.blocks.expression(state, deeper);
          case IF -> grammar.controls.parseIf(state, deeper);
          default -> grammar.switches.parse(state, deeper);
        });
  }

  private Statement looping(FunctionState state, Settings settings, Token token) {
    return switch (token.kind()) {
      case DO -> statement(grammar.controls.parseDo(state, settings.deeper()));
      case FOR -> statement(grammar.controls.parseFor(state, settings.deeper()));
      case BREAK, CONTINUE -> breaking(state, settings, token);
      default -> statement(grammar.controls.parseWhile(state, settings.deeper()));
    };
  }

  private static Statement statement(Expression loop) {
    return new Statement.ExpressionStatement(loop);
  }

  private Statement breaking(FunctionState state, Settings settings, Token token) {
    if (!settings.has(Settings.BREAKABLE)) {
      throw SyntaxError.of(
          ParseErrorKind.LOOP_BREAK,
          "Break statement should only be used inside a loop",
          token.span());
    }
    Span place = tokens.next().span();
    if (token.is(TokenKind.CONTINUE)) {
      return new Statement.Continue(place);
    }
    Optional<Expression> value = value(state, settings);
    return new Statement.Break(tokens.reaching(place), value);
  }

  private Statement leave(FunctionState state, Settings settings) {
    Token token = tokens.next();
    Optional<Expression> value = value(state, settings);
    Span span = tokens.reaching(token.span());
    return token.is(TokenKind.RETURN)
        ? new Statement.Return(span, value)
        : new Statement.Throw(span, value);
  }

  /** Parses an expression that may be absent: what fails at its first token is. */
  private Optional<Expression> value(FunctionState state, Settings settings) {
    Settings deeper = settings.deeper();
    Span first = tokens.here();
    switch (tokens.peek().kind()) {
      case SEMICOLON, RIGHT_BRACE, END, COMMA, RIGHT_PARENTHESIS -> {
        return Optional.empty();
      }
      default -> {}
    }
    try {
      return Optional.of(grammar.expressions.parse(state, deeper));
    } catch (SyntaxError e) {
      Span now = tokens.here();
      if (now.line() == first.line() && now.column() == first.column()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Statement export(FunctionState state, Settings settings, Token token) {
    if (!settings.has(Settings.GLOBAL)) {
      throw SyntaxError.of(
          ParseErrorKind.WRONG_EXPORT,
          "Export statement can only appear at global level",
          token.span());
    }
    return grammar.declarations.parseExport(state, settings.deeper());
  }

  /** Parses an expression or assignment as a statement. */
  Statement expression(FunctionState state, Settings outer) {
    Settings settings = outer.at(tokens.here());
    Expression target = grammar.expressions.parse(state, settings);
    Token operator = tokens.peek();
    Optional<BinaryOperator> operation = Optional.empty();
    if (operator.kind().isOperatorAssignment()) {
      operation = Optional.of(ExpressionParser.operatorOfAssignment(operator.kind()));
    } else if (!operator.is(TokenKind.EQUALS)) {
      return new Statement.ExpressionStatement(target);
    }
    tokens.next();
    Expression value = grammar.expressions.parse(state, settings.at(operator.span()));
    Assignments.check(state, target, operation.isPresent(), operator.span());
    return new Statement.Assignment(tokens.reaching(operator.span()), target, operation, value);
  }
}
