package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reads scripts: the grammar of Rhai 1.26 with its checks, in the order in which it makes them. Any
 * text ends in a tree or a {@link SyntaxError}, in time that grows with its length.
 */
public final class Parser {

  private Parser() {}

  /**
   * Parses a script.
   *
   * @throws SyntaxError if it is none
   */
  public static Script parse(String text, SyntaxOptions options) {
    Grammar grammar = new Grammar(text, options, TokenMapper.NONE, false);
    return guarded(grammar, () -> script(grammar));
  }

  /**
   * Parses the text of an {@code eval}, which may not define functions, not even closures. Places
   * count from its first character that is not blank.
   *
   * @throws SyntaxError if it is no script, or has functions
   */
  public static Script parseEval(String text, SyntaxOptions options) {
    Grammar grammar = new Grammar(text.strip(), options, TokenMapper.NONE, false);
    Script script = guarded(grammar, () -> script(grammar));
    if (grammar.functionCount() > 0) {
      throw FunctionParser.wrongDefinition(Span.NONE);
    }
    return script;
  }

  /**
   * Parses a single expression without blocks or loops.
   *
   * @throws SyntaxError if it is none
   */
  public static Expression parseExpression(String text, SyntaxOptions options) {
    Grammar grammar = new Grammar(text, options, TokenMapper.NONE, false);
    return guarded(grammar, () -> expression(grammar, 0));
  }

  /**
   * Parses JSON as {@code parse_json} does: as an expression whose braces make maps and whose
   * {@code null} is unit. What it gives need not be a map.
   *
   * @throws SyntaxError if it is none
   */
  public static Expression parseJson(String text, SyntaxOptions options) {
    Grammar grammar = new Grammar(text, options, TokenMapper::json, false);
    return guarded(grammar, () -> expression(grammar, Settings.QUOTED_PROPERTIES));
  }

  /** Returns all errors that can be told apart, up to a hundred, in the order of the text. */
  public static List<SyntaxError> check(String text, SyntaxOptions options) {
    Grammar grammar = new Grammar(text, options, TokenMapper.NONE, true);
    Recovery recovery = Objects.requireNonNull(grammar.recovery());
    try {
      guarded(grammar, () -> script(grammar));
    } catch (SyntaxError e) {
      recovery.note(e);
    }
    return recovery.errors();
  }

  private static Expression expression(Grammar grammar, int flags) {
    Settings settings =
        grammar.settings(Settings.GLOBAL | Settings.EXPRESSIONS_ONLY | Settings.NO_BLOCKS | flags);
    Expression expression = grammar.expressions.parse(grammar.topLevel(), settings);
    Token next = grammar.tokens.peek();
    if (!next.is(TokenKind.END)) {
      throw SyntaxError.unexpected(next, next.span());
    }
    return expression;
  }

  private static Script script(Grammar grammar) {
    FunctionState state = grammar.topLevel();
    Settings settings = grammar.settings(Settings.GLOBAL);
    List<Statement> statements = new ArrayList<>();
    Recovery recovery = grammar.recovery();
    while (!grammar.tokens.at(TokenKind.END)) {
      if (recovery == null) {
        statement(grammar, state, settings, statements);
      } else {
        recovery.attempt(false, () -> statement(grammar, state, settings, statements));
      }
    }
    Span whole = new Span(1, 1, 0, grammar.text.length());
    Block body = new Block(whole, grammar.tokens.here(), List.copyOf(statements));
    return new Script(body, grammar.library(), grammar.tokens.scriptComments());
  }

  private static void statement(
      Grammar grammar, FunctionState state, Settings settings, List<Statement> statements) {
    Statement statement = grammar.statements.parse(state, settings);
    if (statement instanceof Statement.Empty) {
      return;
    }
    boolean selfTerminated = grammar.statements.wasSelfTerminated();
    statements.add(statement);
    TokenStream tokens = grammar.tokens;
    if (!tokens.at(TokenKind.END) && !tokens.takeIf(TokenKind.SEMICOLON) && !selfTerminated) {
      throw grammar.blocks.unterminated();
    }
  }

  private static <T> T guarded(Grammar grammar, Supplier<T> parsing) {
    try {
      return parsing.get();
    } catch (StackOverflowError e) {
      // the host's own stack was nearly full
      throw SyntaxError.of(
          ParseErrorKind.EXPRESSION_TOO_DEEP,
          "Expression exceeds maximum complexity",
          grammar.tokens.here());
    }
  }
}
