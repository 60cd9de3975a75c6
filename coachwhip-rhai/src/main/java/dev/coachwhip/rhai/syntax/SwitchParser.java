package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.SwitchCase;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code switch}. */
final class SwitchParser {

  private static final String END_OF_BLOCK = "to end this switch block";

  private final Grammar grammar;
  private final TokenStream tokens;

  SwitchParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  private static final class Cases {
    private final List<SwitchCase> all = new ArrayList<>();
    private boolean rangeSeen;
    private @Nullable Expression otherwise;
    private @Nullable Span otherwisePlace;
  }

  Expression parse(FunctionState state, Settings outer) {
    Span place = tokens.next().span();
    Settings settings = outer.deeperAt(place);
    Expression subject = grammar.expressions.parse(state, settings);
    tokens.take(TokenKind.LEFT_BRACE, "to start a switch block");
    Cases cases = new Cases();
    while (!tokens.takeIf(TokenKind.RIGHT_BRACE)) {
      parseCase(state, settings, cases);
    }
    return new Expression.Switch(
        tokens.reaching(place),
        subject,
        List.copyOf(cases.all),
        Optional.ofNullable(cases.otherwise));
  }

  private void parseCase(FunctionState state, Settings settings, Cases cases) {
    Token first = tokens.peek();
    if (first.is(TokenKind.END)) {
      throw SyntaxError.missing(TokenKind.RIGHT_BRACE, END_OF_BLOCK, first.span());
    }
    if (cases.otherwisePlace != null) {
      throw SyntaxError.of(
          ParseErrorKind.WRONG_SWITCH_DEFAULT_CASE,
          "Default switch case must be the last",
          cases.otherwisePlace);
    }
    List<Expression> labels = List.of();
    Optional<Expression> guard = Optional.empty();
    if (first.is(TokenKind.UNDERSCORE)) {
      cases.otherwisePlace = tokens.next().span();
      checkNoGuard();
    } else {
      labels = labels(state, settings);
      guard = guard(state, settings);
    }
    tokens.take(TokenKind.DOUBLE_ARROW, "in this switch case");
    Action action = action(state, settings);
    if (cases.otherwisePlace != null) {
      cases.otherwise = action.value;
    } else {
      checkLabels(labels, cases);
      Span span = tokens.reaching(first.span());
      cases.all.add(new SwitchCase(span, labels, guard, action.value));
    }
    separate(action.needsComma);
  }

  private void checkNoGuard() {
    if (tokens.at(TokenKind.IF)) {
      throw SyntaxError.of(
          ParseErrorKind.WRONG_SWITCH_CASE_CONDITION,
          "This switch case cannot have a condition",
          tokens.here());
    }
  }

  private List<Expression> labels(FunctionState state, Settings settings) {
    List<Expression> labels = new ArrayList<>();
    do {
      labels.add(label(state, settings));
    } while (tokens.takeIf(TokenKind.PIPE));
    return List.copyOf(labels);
  }

  private Expression label(FunctionState state, Settings settings) {
    boolean before = state.isEndingAtBar();
    state.endAtBar(true);
    try {
      return grammar.expressions.parse(state, settings);
    } catch (SyntaxError e) {
      throw literalExpected("literal", new Span(e.line(), e.column(), 0, 0));
    } finally {
      state.endAtBar(before);
    }
  }

  private static SyntaxError literalExpected(String what, Span place) {
    return SyntaxError.of(
        ParseErrorKind.EXPRESSION_EXPECTED, "Expecting " + what + " expression", place);
  }

  private Optional<Expression> guard(FunctionState state, Settings settings) {
    return tokens.takeIf(TokenKind.IF)
        ? Optional.of(grammar.expressions.condition(state, settings))
        : Optional.empty();
  }

  private record Action(Expression value, boolean needsComma) {}

  private Action action(FunctionState state, Settings settings) {
    if (settings.has(Settings.EXPRESSIONS_ONLY)) {
      return new Action(grammar.expressions.parse(state, settings), true);
    }
    Statement statement = grammar.statements.parse(state, settings);
    return new Action(asExpression(statement), !grammar.statements.wasSelfTerminated());
  }

  private static Expression asExpression(Statement statement) {
    if (statement instanceof Statement.ExpressionStatement expression) {
      return expression.expression();
    }
    Block block = BlockParser.of(statement);
    return new Expression.BlockExpression(block.span(), block);
  }

  private static void checkLabels(List<Expression> labels, Cases cases) {
    for (Expression label : labels) {
      if (!Literals.isLabel(label)) {
        throw literalExpected("a literal", label.startSpan());
      }
      if (label instanceof Expression.RangeLiteral range) {
        cases.rangeSeen |= !isEmpty(range);
      } else if (cases.rangeSeen
          && (label instanceof Expression.IntegerLiteral
              || label instanceof Expression.FloatLiteral)) {
        throw SyntaxError.of(
            ParseErrorKind.WRONG_SWITCH_INTEGER_CASE,
            "Numeric switch case cannot follow a range case",
            label.startSpan());
      }
    }
  }

  private static boolean isEmpty(Expression.RangeLiteral range) {
    long start = integer(range.start(), 0);
    long end = integer(range.end(), Long.MAX_VALUE);
    return range.inclusive() ? start > end : start >= end;
  }

  private static long integer(Optional<Expression> bound, long open) {
    return bound.orElse(null) instanceof Expression.IntegerLiteral literal ? literal.value() : open;
  }

  private void separate(boolean needsComma) {
    if (tokens.takeIf(TokenKind.COMMA) || tokens.at(TokenKind.RIGHT_BRACE)) {
      return;
    }
    Token token = tokens.peek();
    if (token.is(TokenKind.END)) {
      throw SyntaxError.missing(TokenKind.RIGHT_PARENTHESIS, END_OF_BLOCK, token.span());
    }
    token.check();
    if (needsComma) {
      throw SyntaxError.missing(
          TokenKind.COMMA, "to separate the items in this switch block", token.span());
    }
  }
}
