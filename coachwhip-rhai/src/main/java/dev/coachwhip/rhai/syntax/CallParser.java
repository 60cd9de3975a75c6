package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import java.util.ArrayList;
import java.util.List;

/** Calls: a name, or a path and a name, with arguments. */
final class CallParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  CallParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  /** Parses what follows a callee whose bang, parenthesis or unit token was just taken. */
  Expression parse(FunctionState state, Settings settings, Expression callee, Token taken) {
    return switch (callee) {
      case Expression.Variable variable -> plain(state, settings, variable, taken);
      case Expression.QualifiedVariable variable -> qualified(state, settings, variable, taken);
      default -> throw new AssertionError(callee);
    };
  }

  private Expression plain(
      FunctionState state, Settings outer, Expression.Variable callee, Token taken) {
    boolean callerScope = taken.is(TokenKind.BANG);
    Token open = taken;
    if (callerScope) {
      Token next = tokens.peek();
      if (!next.is(TokenKind.LEFT_PARENTHESIS) && !next.is(TokenKind.UNIT)) {
        throw SyntaxError.missing(
            TokenKind.LEFT_PARENTHESIS, "to start arguments list of function call", next.span());
      }
      open = tokens.next();
    }
    Settings settings = outer.at(callee.span());
    List<Expression> arguments = arguments(state, settings, callee.name(), open);
    Span span = tokens.reaching(callee.span());
    return new Expression.Call(span, callee.name(), arguments, callerScope);
  }

  private Expression qualified(
      FunctionState state, Settings outer, Expression.QualifiedVariable callee, Token taken) {
    if (taken.is(TokenKind.BANG)) {
      throw bangOnModule(taken);
    }
    Settings settings = outer.at(callee.span());
    List<Expression> arguments = arguments(state, settings, callee.name(), taken);
    Name root = callee.path().getFirst();
    grammar.checkModule(state, settings, root);
    Span span = tokens.reaching(callee.span());
    return new Expression.QualifiedCall(span, callee.path(), callee.name(), arguments);
  }

  private SyntaxError bangOnModule(Token bang) {
    Token next = tokens.peek();
    return next.is(TokenKind.LEFT_PARENTHESIS) || next.is(TokenKind.UNIT)
        ? SyntaxError.unexpected(bang, bang.span())
        : SyntaxError.improper("!", "'!' cannot be used to call module functions", bang.span());
  }

  private List<Expression> arguments(FunctionState state, Settings outer, String name, Token open) {
    if (open.is(TokenKind.UNIT)) {
      return List.of();
    }
    checkEnd(name);
    tokens.peek().check();
    if (tokens.takeIf(TokenKind.RIGHT_PARENTHESIS)) {
      return List.of();
    }
    Settings settings = outer.deeper();
    List<Expression> arguments = new ArrayList<>();
    while (true) {
      if (!tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
        arguments.add(grammar.expressions.parse(state, settings));
      }
      if (tokens.takeIf(TokenKind.RIGHT_PARENTHESIS)) {
        return List.copyOf(arguments);
      }
      if (!tokens.takeIf(TokenKind.COMMA)) {
        checkEnd(name);
        tokens.peek().check();
        throw SyntaxError.missing(
            TokenKind.COMMA,
            "to separate the arguments to function call '" + name + "'",
            tokens.here());
      }
    }
  }

  private void checkEnd(String name) {
    if (tokens.at(TokenKind.END)) {
      throw SyntaxError.missing(
          TokenKind.RIGHT_PARENTHESIS,
          "to close the arguments list of this function call '" + name + "'",
          tokens.here());
    }
  }
}
