package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.List;
import java.util.Optional;

/** {@code if}, loops, {@code try}. */
final class ControlParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  ControlParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  Expression parseIf(FunctionState state, Settings outer) {
    Span place = tokens.next().span();
    Settings settings = outer.deeperAt(place);
    Expression condition = grammar.expressions.condition(state, settings);
    Block then = grammar.blocks.parse(state, settings);
    Optional<Block> otherwise =
        tokens.takeIf(TokenKind.ELSE) ? Optional.of(otherwise(state, settings)) : Optional.empty();
    return new Expression.If(tokens.reaching(place), condition, then, otherwise);
  }

  private Block otherwise(FunctionState state, Settings settings) {
    if (!tokens.at(TokenKind.IF)) {
      return grammar.blocks.parse(state, settings);
    }
    Expression nested = parseIf(state, settings);
    return new Block(nested.span(), Span.NONE, List.of(new Statement.ExpressionStatement(nested)));
  }

  Expression parseWhile(FunctionState state, Settings outer) {
    Settings settings = outer.deeper();
    Token token = tokens.next();
    Optional<Expression> condition = Optional.empty();
    if (token.is(TokenKind.WHILE)) {
      condition = Optional.of(grammar.expressions.condition(state, settings));
    }
    Settings inside = settings.at(token.span()).with(Settings.BREAKABLE);
    Block body = grammar.blocks.parse(state, inside);
    return new Expression.While(tokens.reaching(token.span()), condition, body);
  }

  Expression parseDo(FunctionState state, Settings outer) {
    Span place = tokens.next().span();
    Settings settings = outer.deeperAt(place);
    Block body = grammar.blocks.parse(state, settings.with(Settings.BREAKABLE));
    Token token = tokens.next();
    if (!token.is(TokenKind.WHILE) && !token.is(TokenKind.UNTIL)) {
      throw SyntaxError.missing(TokenKind.WHILE, "for the do statement", token.span());
    }
    Expression condition = grammar.expressions.condition(state, settings);
    return new Expression.DoLoop(
        tokens.reaching(place), body, condition, token.is(TokenKind.UNTIL));
  }

  Expression parseFor(FunctionState state, Settings outer) {
    Span place = tokens.next().span();
    Settings settings = outer.deeperAt(place);
    Name variable;
    Optional<Name> counter = Optional.empty();
    if (tokens.takeIf(TokenKind.LEFT_PARENTHESIS)) {
      variable = tokens.name();
      counter = Optional.of(counter(variable));
    } else {
      variable = tokens.name();
    }
    tokens.take(TokenKind.IN, "after the iteration variable");
    grammar.expressions.notABlock();
    Expression iterable = Literals.checkIterable(grammar.expressions.parse(state, settings));
    VariableStack variables = state.variables();
    int size = variables.size();
    counter.ifPresent(name -> variables.push(name.text(), false));
    variables.push(variable.text(), false);
    Block body = grammar.blocks.parse(state, settings.with(Settings.BREAKABLE));
    variables.rewind(size);
    return new Expression.For(tokens.reaching(place), variable, counter, iterable, body);
  }

  private Name counter(Name variable) {
    expect(TokenKind.COMMA, "after the iteration variable name");
    Name counter = tokens.name();
    if (counter.text().equals(variable.text())) {
      throw SyntaxError.of(
          ParseErrorKind.DUPLICATED_VARIABLE,
          "Duplicated variable name: " + counter.text(),
          counter.span());
    }
    expect(TokenKind.RIGHT_PARENTHESIS, "to close the iteration variable");
    return counter;
  }

  // unlike elsewhere, Rhai does not report a bad token as such here
  private void expect(TokenKind kind, String purpose) {
    if (!tokens.takeIf(kind)) {
      throw SyntaxError.missing(kind, purpose, tokens.here());
    }
  }

  Statement parseTry(FunctionState state, Settings outer) {
    Span place = tokens.next().span();
    Settings settings = outer.deeperAt(place);
    Block body = grammar.blocks.parse(state, settings);
    expect(TokenKind.CATCH, "for the 'try' statement");
    Optional<Name> variable = Optional.empty();
    VariableStack variables = state.variables();
    int size = variables.size();
    if (tokens.takeIf(TokenKind.LEFT_PARENTHESIS)) {
      Name name = tokens.name();
      expect(TokenKind.RIGHT_PARENTHESIS, "to enclose the catch variable");
      variables.push(name.text(), false);
      variable = Optional.of(name);
    }
    Block handler = grammar.blocks.parse(state, settings);
    variables.rewind(size);
    return new Statement.TryCatch(tokens.reaching(place), body, variable, handler);
  }
}
