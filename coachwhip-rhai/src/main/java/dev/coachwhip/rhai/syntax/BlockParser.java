package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/** Blocks of statements. */
final class BlockParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  BlockParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  Expression expression(FunctionState state, Settings settings) {
    Block block = parse(state, settings);
    return new Expression.BlockExpression(block.span(), block);
  }

  Block parse(FunctionState state, Settings settings) {
    Token brace = tokens.take(TokenKind.LEFT_BRACE, "to start a statement block");
    return inside(state, settings, brace.span());
  }

  /** Parses a block whose opening brace is elsewhere. */
  Block inside(FunctionState state, Settings outer, Span brace) {
    Settings settings = outer.deeperAt(brace);
    if (settings.has(Settings.EXPRESSIONS_ONLY)) {
      return single(state, settings, brace);
    }
    int outerStart = state.enterBlock();
    int imports = state.importCount();
    try {
      return statements(state, settings.without(Settings.GLOBAL), brace);
    } finally {
      state.leaveBlock(outerStart, imports);
    }
  }

  private Block single(FunctionState state, Settings settings, Span brace) {
    Statement statement = grammar.statements.expression(state, settings);
    Token end = tokens.next();
    if (!end.is(TokenKind.RIGHT_BRACE)) {
      end.check();
      throw SyntaxError.missing(TokenKind.LEFT_BRACE, "to start a statement block", end.span());
    }
    return new Block(tokens.reaching(brace), end.span(), List.of(statement));
  }

  private Block statements(FunctionState state, Settings settings, Span brace) {
    List<Statement> statements = new ArrayList<>();
    while (!tokens.at(TokenKind.RIGHT_BRACE)) {
      if (tokens.at(TokenKind.END)) {
        throw SyntaxError.missing(TokenKind.RIGHT_BRACE, "to terminate this block", tokens.here());
      }
      Recovery recovery = grammar.recovery();
      if (recovery == null) {
        statement(state, settings, statements);
      } else {
        recovery.attempt(true, () -> statement(state, settings, statements));
      }
    }
    Span end = tokens.next().span();
    return new Block(tokens.reaching(brace), end, List.copyOf(statements));
  }

  private void statement(FunctionState state, Settings settings, List<Statement> statements) {
    Statement statement = grammar.statements.parse(state, settings);
    if (statement instanceof Statement.Empty) {
      return;
    }
    boolean selfTerminated = grammar.statements.wasSelfTerminated();
    statements.add(statement);
    if (!tokens.at(TokenKind.RIGHT_BRACE)
        && !tokens.takeIf(TokenKind.SEMICOLON)
        && !selfTerminated) {
      throw unterminated();
    }
  }

  /** Returns what is wrong with what follows a statement that needs a semicolon. */
  SyntaxError unterminated() {
    Token token = tokens.peek();
    token.check();
    return SyntaxError.missing(TokenKind.SEMICOLON, "to terminate this statement", token.span());
  }

  /** Makes a block of a single statement. */
  static Block of(Statement statement) {
    return switch (statement) {
      case Statement.Empty empty -> new Block(empty.span(), empty.span(), List.of());
      case Statement.ExpressionStatement(Expression.BlockExpression block) -> block.block();
      default -> new Block(statement.span(), Span.NONE, List.of(statement));
    };
  }
}
