package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.MapEntry;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Arrays, maps and interpolated strings. */
final class LiteralParser {

  private static final String END_OF_ARRAY = "to end this array literal";
  private static final String END_OF_MAP = "to end this object map literal";

  private final Grammar grammar;
  private final TokenStream tokens;

  LiteralParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  Expression array(FunctionState state, Settings outer) {
    Span bracket = tokens.next().span();
    Settings settings = outer.at(bracket);
    int limit = grammar.options.maxArraySize();
    List<Expression> items = new ArrayList<>();
    while (true) {
      if (limit > 0 && items.size() >= limit) {
        throw SyntaxError.tooLarge("Size of array literal", limit, tokens.here());
      }
      checkEnd(TokenKind.RIGHT_BRACKET, END_OF_ARRAY);
      if (tokens.takeIf(TokenKind.RIGHT_BRACKET)) {
        return new Expression.ArrayLiteral(tokens.reaching(bracket), List.copyOf(items));
      }
      items.add(grammar.expressions.parse(state, settings.deeper()));
      checkEnd(TokenKind.RIGHT_BRACKET, END_OF_ARRAY);
      if (!tokens.takeIf(TokenKind.COMMA) && !tokens.at(TokenKind.RIGHT_BRACKET)) {
        tokens.peek().check();
        throw SyntaxError.missing(
            TokenKind.COMMA, "to separate the items of this array literal", tokens.here());
      }
    }
  }

  private void checkEnd(TokenKind missing, String purpose) {
    if (tokens.at(TokenKind.END)) {
      throw SyntaxError.missing(missing, purpose, tokens.here());
    }
  }

  Expression map(FunctionState state, Settings outer) {
    Span brace = tokens.next().span();
    Settings settings = outer.at(brace);
    int limit = grammar.options.maxMapSize();
    List<MapEntry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (true) {
      checkEnd(TokenKind.RIGHT_BRACE, END_OF_MAP);
      if (tokens.takeIf(TokenKind.RIGHT_BRACE)) {
        return new Expression.MapLiteral(tokens.reaching(brace), List.copyOf(entries));
      }
      Name key = key(settings, entries.isEmpty());
      if (!keys.add(key.text())) {
        throw SyntaxError.of(
            ParseErrorKind.DUPLICATED_PROPERTY,
            "Duplicated property for object map literal: " + key.text(),
            key.span());
      }
      tokens.take(
          TokenKind.COLON,
          "to follow the property '" + key.text() + "' in this object map literal");
      if (limit > 0 && entries.size() >= limit) {
        throw SyntaxError.tooLarge(
            "Number of properties in object map literal", limit, tokens.here());
      }
      entries.add(new MapEntry(key, grammar.expressions.parse(state, settings.deeper())));
      separateProperties();
    }
  }

  private Name key(Settings settings, boolean first) {
    Token token = tokens.next();
    return switch (token.kind()) {
      case IDENTIFIER -> {
        if (settings.has(Settings.QUOTED_PROPERTIES)) {
          throw propertyExpected(token.span());
        }
        yield new Name(token.text(), token.span());
      }
      case STRING -> new Name(token.text(), token.span());
      case INTERPOLATED -> throw propertyExpected(token.span());
      default -> {
        token.check();
        if (token.is(TokenKind.RESERVED) && Words.isIdentifier(token.text())) {
          throw SyntaxError.reserved(token.text(), token.span());
        }
        if (first) {
          throw SyntaxError.missing(TokenKind.RIGHT_BRACE, END_OF_MAP, token.span());
        }
        throw propertyExpected(token.span());
      }
    };
  }

  static SyntaxError propertyExpected(Span place) {
    return SyntaxError.of(ParseErrorKind.PROPERTY_EXPECTED, "Expecting name of a property", place);
  }

  private void separateProperties() {
    if (tokens.takeIf(TokenKind.COMMA) || tokens.at(TokenKind.RIGHT_BRACE)) {
      return;
    }
    Token token = tokens.peek();
    token.check();
    if (token.is(TokenKind.IDENTIFIER)) {
      throw SyntaxError.missing(
          TokenKind.COMMA, "to separate the items of this object map literal", token.span());
    }
    throw SyntaxError.missing(TokenKind.RIGHT_BRACE, END_OF_MAP, token.span());
  }

  Expression interpolated(FunctionState state, Settings outer) {
    Settings settings = outer.deeper();
    List<Expression> parts = new ArrayList<>();
    Token piece = tokens.next();
    Span place = piece.span();
    addText(parts, piece);
    while (piece.is(TokenKind.INTERPOLATED)) {
      parts.add(grammar.blocks.expression(state, settings));
      tokens.expectText();
      piece = tokens.next();
      piece.check();
      addText(parts, piece);
    }
    return new Expression.InterpolatedString(tokens.reaching(place), List.copyOf(parts));
  }

  private static void addText(List<Expression> parts, Token piece) {
    if (!piece.text().isEmpty()) {
      parts.add(new Expression.StringLiteral(piece.span(), piece.text()));
    }
  }
}
