package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Syntax of the host. */
final class CustomSyntaxParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  CustomSyntaxParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  private static boolean endsItself(String last) {
    return switch (last) {
      case CustomSyntax.BLOCK, CustomSyntax.FUNCTION, ";", "}" -> true;
      default -> false;
    };
  }

  private static final class Parts {
    private final List<Expression> inputs = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final SyntaxSteps.Progress progress = new SyntaxSteps.Progress();

    void add(Expression input, String text) {
      inputs.add(input);
      written.add(text);
    }
  }

  /** Parses what follows the key, which is taken. */
  Expression parse(FunctionState state, Settings settings, CustomSyntax syntax) {
    if (syntax.scopeMayChange()) {
      state.variables().raiseBarrier();
    }
    Parts parts = new Parts();
    parts.written.add(syntax.key());
    String last = syntax.key();
    for (String symbol = next(syntax, settings, parts);
        symbol != null;
        symbol = next(syntax, settings, parts)) {
      if (!part(state, settings.deeper(), syntax, symbol, parts)) {
        break;
      }
      last = symbol;
    }
    return new Expression.CustomSyntax(
        tokens.reaching(settings.place()),
        syntax.key(),
        List.copyOf(parts.inputs),
        List.copyOf(parts.written),
        parts.progress.state(),
        endsItself(last));
  }

  private @Nullable String next(CustomSyntax syntax, Settings settings, Parts parts) {
    Token ahead = syntax.looksAhead() ? tokens.peek() : null;
    try {
      return syntax.next(parts.written, ahead == null ? "" : written(ahead), parts.progress);
    } catch (IllegalArgumentException e) {
      Span place = ahead == null ? settings.place() : ahead.span();
      throw SyntaxError.of(ParseErrorKind.BAD_INPUT, String.valueOf(e.getMessage()), place);
    }
  }

  private static String written(Token token) {
    return token.is(TokenKind.STRING) ? '"' + token.text() + '"' : token.shown();
  }

  /** Reads what a symbol asks for; returns whether more may follow. */
  private boolean part(
      FunctionState state, Settings settings, CustomSyntax syntax, String symbol, Parts parts) {
    if (symbol.startsWith(CustomSyntax.VARIANT) && symbol.length() > 2) {
      parts.inputs.add(new Expression.StringLiteral(settings.place(), symbol));
      return false;
    }
    if (symbol.equals(CustomSyntax.RAW) && !syntax.looksAhead()) {
      tokens.expectRaw();
      Token token = tokens.next();
      parts.written.add(token.text());
      return token.is(TokenKind.RAW);
    }
    String placeholder = symbol.equals(CustomSyntax.RAW) ? CustomSyntax.TOKEN : symbol;
    placeholder(state, settings, syntax, placeholder, parts);
    return true;
  }

  private void placeholder(
      FunctionState state, Settings settings, CustomSyntax syntax, String symbol, Parts parts) {
    switch (symbol) {
      case CustomSyntax.IDENTIFIER -> {
        Name name = tokens.name();
        parts.add(new Expression.Variable(name.span(), name.text()), name.text());
      }
      case CustomSyntax.SYMBOL -> symbol(parts);
      case CustomSyntax.TOKEN -> {
        Token token = tokens.next();
        token.check();
        parts.add(new Expression.StringLiteral(token.span(), token.shown()), token.shown());
      }
      case CustomSyntax.EXPRESSION -> parts.add(grammar.expressions.parse(state, settings), symbol);
      case CustomSyntax.BLOCK -> parts.add(grammar.blocks.expression(state, settings), symbol);
      case CustomSyntax.INNER -> {
        Block block = grammar.blocks.inside(state, settings, settings.place());
        parts.add(new Expression.BlockExpression(block.span(), block), symbol);
      }
      case CustomSyntax.FUNCTION -> function(state, settings, parts);
      case CustomSyntax.BOOLEAN, CustomSyntax.INTEGER, CustomSyntax.FLOAT, CustomSyntax.STRING ->
          literal(symbol, parts);
      default -> literally(syntax, symbol, parts);
    }
  }

  private void symbol(Parts parts) {
    Token token = tokens.next();
    token.check();
    boolean reserved = token.is(TokenKind.RESERVED) && !Words.isIdentifier(token.text());
    if (!reserved && !token.kind().isSymbol()) {
      throw missing("Expecting a symbol", token);
    }
    parts.add(new Expression.StringLiteral(token.span(), token.text()), token.text());
  }

  private static SyntaxError missing(String description, Token token) {
    return SyntaxError.of(ParseErrorKind.MISSING_SYMBOL, description, token.span());
  }

  private void function(FunctionState state, Settings settings, Parts parts) {
    Token token = tokens.peek();
    boolean bodyOnly = token.is(TokenKind.LEFT_BRACE);
    if (!bodyOnly && !token.is(TokenKind.PIPE) && !token.is(TokenKind.OR)) {
      throw missing("Expecting '{' or '|'", token);
    }
    parts.add(grammar.closures.parse(state, settings, bodyOnly), CustomSyntax.FUNCTION);
  }

  private void literal(String symbol, Parts parts) {
    Token token = tokens.next();
    switch (symbol) {
      case CustomSyntax.BOOLEAN -> {
        if (!token.is(TokenKind.TRUE) && !token.is(TokenKind.FALSE)) {
          throw missing("Expecting 'true' or 'false'", token);
        }
        boolean value = token.is(TokenKind.TRUE);
        parts.add(new Expression.BooleanLiteral(token.span(), value), token.text());
      }
      case CustomSyntax.INTEGER -> {
        if (!token.is(TokenKind.INTEGER)) {
          throw missing("Expecting an integer number", token);
        }
        parts.add(
            new Expression.IntegerLiteral(token.span(), token.bits()),
            String.format(Locale.ROOT, "%d", token.bits()));
      }
      case CustomSyntax.FLOAT -> {
        if (!token.is(TokenKind.FLOAT)) {
          throw missing("Expecting a floating-point number", token);
        }
        parts.add(new Expression.FloatLiteral(token.span(), token.number()), token.text());
      }
      default -> {
        if (!token.is(TokenKind.STRING)) {
          throw missing("Expecting a string", token);
        }
        parts.add(new Expression.StringLiteral(token.span(), token.text()), token.text());
      }
    }
  }

  private void literally(CustomSyntax syntax, String symbol, Parts parts) {
    Token token = tokens.next();
    token.check();
    boolean word =
        token.is(TokenKind.IDENTIFIER)
            || token.is(TokenKind.RESERVED)
            || token.is(TokenKind.CUSTOM)
            || token.kind().isLiteral();
    if (!word || !token.text().equals(symbol)) {
      throw SyntaxError.missing(symbol, "for '" + syntax.key() + "' expression", token.span());
    }
    parts.written.add(symbol);
  }
}
