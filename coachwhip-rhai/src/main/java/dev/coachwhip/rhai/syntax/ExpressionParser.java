package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.util.Optional;

/** Expressions: operators with one operand and two. */
final class ExpressionParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  ExpressionParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  Expression parse(FunctionState state, Settings settings) {
    Settings deeper = settings.at(tokens.here()).deeper();
    return binary(state, deeper, 1, unary(state, deeper));
  }

  /** Parses a condition, which must not be a block, a literal of another type, or an assignment. */
  Expression condition(FunctionState state, Settings settings) {
    notABlock();
    Expression condition = Literals.checkBoolean(parse(state, settings));
    if (tokens.at(TokenKind.EQUALS)) {
      throw possibleTypo(tokens.here());
    }
    return condition;
  }

  /** Throws if a block stands where a boolean or an iterable should. */
  void notABlock() {
    if (tokens.at(TokenKind.LEFT_BRACE)) {
      throw SyntaxError.of(
          ParseErrorKind.EXPRESSION_EXPECTED, "Expecting a boolean expression", tokens.here());
    }
  }

  static SyntaxError possibleTypo(Span place) {
    return SyntaxError.improper("=", "Possibly a typo of '=='?", place);
  }

  private Expression unary(FunctionState state, Settings settings) {
    Token token = tokens.peek();
    if (!state.accepts(token)) {
      throw SyntaxError.unexpected(token, token.span());
    }
    Settings here = settings.at(token.span());
    return switch (token.kind()) {
      case MINUS, UNARY_MINUS -> minus(state, here);
      case PLUS, UNARY_PLUS -> plus(state, here);
      case BANG -> {
        tokens.next();
        yield operation(UnaryOperator.NOT, here.place(), unary(state, here.deeper()));
      }
      case END -> throw incomplete(token);
      default -> grammar.operands.parse(state, here, false);
    };
  }

  static SyntaxError incomplete(Token end) {
    return SyntaxError.of(ParseErrorKind.UNEXPECTED_END, "Script is incomplete", end.span());
  }

  private Expression minus(FunctionState state, Settings here) {
    tokens.next();
    Expression operand = unary(state, here.deeper());
    Span span = tokens.reaching(here.place());
    return switch (operand) {
      case Expression.IntegerLiteral number when number.value() != Long.MIN_VALUE ->
          new Expression.IntegerLiteral(span, -number.value());
      case Expression.IntegerLiteral number ->
          new Expression.FloatLiteral(span, -(double) number.value());
      case Expression.FloatLiteral number -> new Expression.FloatLiteral(span, -number.value());
      default -> operation(UnaryOperator.MINUS, here.place(), operand);
    };
  }

  private Expression plus(FunctionState state, Settings here) {
    tokens.next();
    Expression operand = unary(state, here.deeper());
    return operand instanceof Expression.IntegerLiteral
            || operand instanceof Expression.FloatLiteral
        ? operand
        : operation(UnaryOperator.PLUS, here.place(), operand);
  }

  private Expression operation(UnaryOperator operator, Span place, Expression operand) {
    return new Expression.Unary(tokens.reaching(place), operator, operand);
  }

  private Expression binary(
      FunctionState state, Settings outer, int parentPrecedence, Expression left) {
    Settings settings = outer.at(left.span());
    Expression root = left;
    while (true) {
      Token operator = tokens.peek();
      if (!state.accepts(operator)) {
        return root;
      }
      int precedence = precedence(operator);
      boolean rightFirst = operator.is(TokenKind.POWER);
      if (precedence < parentPrecedence || (precedence == parentPrecedence && !rightFirst)) {
        return root;
      }
      tokens.next();
      Optional<Expression> right = right(state, settings, operator);
      int next = precedence(tokens.peek());
      if (precedence < next || (precedence == next && rightFirst)) {
        // an operator after an open range sees a unit
        Expression operand = right.orElseGet(() -> new Expression.UnitLiteral(tokens.here()));
        right = Optional.of(binary(state, settings.deeper(), precedence, operand));
      }
      settings = settings.deeperAt(operator.span());
      root = combine(operator, root, right);
    }
  }

  private int precedence(Token operator) {
    if (operator.is(TokenKind.CUSTOM)) {
      return grammar.options.customPrecedence(operator.text());
    }
    if (operator.is(TokenKind.RESERVED) && !Words.isIdentifier(operator.text())) {
      throw SyntaxError.of(
          ParseErrorKind.UNKNOWN_OPERATOR,
          "Unknown operator: '" + operator.text() + "'",
          operator.span());
    }
    return operator.kind().precedence();
  }

  // empty where a range is open
  private Optional<Expression> right(FunctionState state, Settings settings, Token operator) {
    TokenKind next = tokens.peek().kind();
    if (operator.is(TokenKind.DOUBLE_QUESTION) && leaves(next)) {
      return Optional.of(leave(state, settings));
    }
    if (isRange(operator.kind()) && endsRange(next)) {
      return Optional.empty();
    }
    return Optional.of(unary(state, settings));
  }

  private static boolean leaves(TokenKind kind) {
    return kind == TokenKind.BREAK
        || kind == TokenKind.CONTINUE
        || kind == TokenKind.RETURN
        || kind == TokenKind.THROW;
  }

  private Expression leave(FunctionState state, Settings settings) {
    Statement jump = grammar.statements.parse(state, settings);
    return new Expression.Leave(jump.span(), jump);
  }

  private static boolean isRange(TokenKind kind) {
    return kind == TokenKind.EXCLUSIVE_RANGE || kind == TokenKind.INCLUSIVE_RANGE;
  }

  private static boolean endsRange(TokenKind kind) {
    return switch (kind) {
      case RIGHT_BRACKET, RIGHT_PARENTHESIS, RIGHT_BRACE, COMMA, SEMICOLON, DOUBLE_ARROW -> true;
      default -> false;
    };
  }

  private Expression combine(Token operator, Expression left, Optional<Expression> right) {
    Span span = tokens.reaching(operator.span());
    if (isRange(operator.kind())) {
      boolean inclusive = operator.is(TokenKind.INCLUSIVE_RANGE);
      return new Expression.RangeLiteral(span, Optional.of(left), right, inclusive);
    }
    Expression second = right.orElseThrow();
    return switch (operator.kind()) {
      case AND ->
          shortCircuit(
              span,
              ShortCircuitOperator.AND,
              Literals.checkBoolean(left),
              Literals.checkBoolean(second));
      case OR ->
          shortCircuit(
              span,
              ShortCircuitOperator.OR,
              Literals.checkBoolean(left),
              Literals.checkBoolean(second));
      case DOUBLE_QUESTION -> shortCircuit(span, ShortCircuitOperator.COALESCE, left, second);
      case IN -> new Expression.Membership(span, left, second, false);
      case NOT_IN -> new Expression.Membership(span, left, second, true);
      case CUSTOM -> new Expression.CustomBinary(span, operator.text(), left, second);
      default -> new Expression.Binary(span, operatorOf(operator.kind()), left, second);
    };
  }

  // a chain of one operator is one node in Rhai, at its first operator
  private static Expression shortCircuit(
      Span span, ShortCircuitOperator operator, Expression left, Expression right) {
    if (left instanceof Expression.ShortCircuit chain && chain.operator() == operator) {
      Span first = chain.span();
      Span whole = new Span(first.line(), first.column(), first.start(), span.end());
      return new Expression.ShortCircuit(whole, operator, left, right);
    }
    return new Expression.ShortCircuit(span, operator, left, right);
  }

  private static BinaryOperator operatorOf(TokenKind kind) {
    return switch (kind) {
      case PLUS -> BinaryOperator.ADD;
      case MINUS -> BinaryOperator.SUBTRACT;
      case MULTIPLY -> BinaryOperator.MULTIPLY;
      case DIVIDE -> BinaryOperator.DIVIDE;
      case REMAINDER -> BinaryOperator.REMAINDER;
      case POWER -> BinaryOperator.POWER;
      case SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
      case SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
      case AMPERSAND -> BinaryOperator.AND;
      case PIPE -> BinaryOperator.OR;
      case XOR -> BinaryOperator.XOR;
      case EQUAL -> BinaryOperator.EQUAL;
      case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case LESS -> BinaryOperator.LESS;
      case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER -> BinaryOperator.GREATER;
      case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      default -> throw new AssertionError(kind);
    };
  }

  /** Returns the operator that an assignment applies. */
  static BinaryOperator operatorOfAssignment(TokenKind kind) {
    return switch (kind) {
      case PLUS_ASSIGN -> BinaryOperator.ADD;
      case MINUS_ASSIGN -> BinaryOperator.SUBTRACT;
      case MULTIPLY_ASSIGN -> BinaryOperator.MULTIPLY;
      case DIVIDE_ASSIGN -> BinaryOperator.DIVIDE;
      case REMAINDER_ASSIGN -> BinaryOperator.REMAINDER;
      case POWER_ASSIGN -> BinaryOperator.POWER;
      case SHIFT_LEFT_ASSIGN -> BinaryOperator.SHIFT_LEFT;
      case SHIFT_RIGHT_ASSIGN -> BinaryOperator.SHIFT_RIGHT;
      case AND_ASSIGN -> BinaryOperator.AND;
      case OR_ASSIGN -> BinaryOperator.OR;
      case XOR_ASSIGN -> BinaryOperator.XOR;
      default -> throw new AssertionError(kind);
    };
  }
}
