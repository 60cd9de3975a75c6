package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;
import java.util.List;

/**
 * Text to tokens, one at a time, as the parser asks: what follows an interpolation is text, not
 * tokens, and only the parser knows where that begins. After the text there are {@code END} tokens
 * without end.
 */
final class Lexer {

  private final Cursor cursor;
  private final SyntaxOptions options;
  private final TokenMapper mapper;
  private final NumberLexer numbers;
  private final TextLexer texts;
  private final Symbols symbols;
  private final Comments comments;

  private boolean textFollows;
  private boolean rawFollows;
  private boolean signMayFollow = true;

  Lexer(String text, SyntaxOptions options, TokenMapper mapper) {
    this.options = options;
    this.mapper = mapper;
    cursor = new Cursor(text);
    numbers = new NumberLexer(cursor);
    texts = new TextLexer(cursor, options.maxStringSize());
    symbols = new Symbols(cursor);
    comments = new Comments(cursor);
  }

  /** Makes the next token the rest of a back-tick string. */
  void expectText() {
    textFollows = true;
  }

  /** Makes the next token one character. */
  void expectRaw() {
    rawFollows = true;
  }

  /** Returns the doc-comments of the whole script that were seen so far. */
  List<String> scriptComments() {
    return comments.ofScript();
  }

  Token next() {
    if (rawFollows) {
      rawFollows = false;
      if (cursor.peek() != Cursor.END) {
        return raw();
      }
    }
    Token token;
    try {
      token = textFollows ? text() : token();
    } catch (SyntaxError e) {
      token = Token.failed(e, new Span(e.line(), e.column(), cursor.index(), cursor.index()));
    }
    textFollows = false;
    signMayFollow = token.kind().comesBeforeSign();
    Token mapped = token.is(TokenKind.END) ? token : mapper.map(customised(token));
    List<String> before = comments.take();
    return before.isEmpty() ? mapped : mapped.withComments(before);
  }

  private Token raw() {
    Span place = cursor.here();
    int c = cursor.take();
    if (c == '\n') {
      cursor.newLine();
    }
    return Token.of(TokenKind.RAW, place, Character.toString(c));
  }

  private Token text() {
    int start = cursor.index();
    texts.verbatim();
    Span first = texts.first();
    return string(new Span(first.line(), first.column(), start, cursor.index()));
  }

  private Token string(Span span) {
    if (!texts.isTerminated()) {
      return Token.failed(
          SyntaxError.bad(LexErrorKind.UNTERMINATED_STRING, "Open string is not terminated", span),
          span);
    }
    TokenKind kind = texts.isInterpolated() ? TokenKind.INTERPOLATED : TokenKind.STRING;
    return Token.of(kind, span, texts.value());
  }

  private Token token() {
    while (true) {
      int start = cursor.index();
      int c = cursor.peek();
      if (c == Cursor.END) {
        cursor.advance();
        return Token.of(TokenKind.END, cursor.here());
      }
      cursor.take();
      if (c == '\n') {
        cursor.newLine();
      } else if (!isSpace(c) && !(c == '/' && comments.skip())) {
        return tokenFrom(c, start);
      }
    }
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
  }

  private Token tokenFrom(int c, int start) {
    int line = cursor.line();
    int column = cursor.column();
    if (Words.isLetter(c) || c == '_') {
      return word(start, line, column);
    }
    if (Words.isDigit(c)) {
      return numbers.read((char) c, false, line, column, start);
    }
    return switch (c) {
      case '"' -> {
        texts.quoted('"');
        yield string(cursor.from(line, column, start));
      }
      case '`' -> backTick(start, line, column);
      case '\'' -> character(start, line, column);
      case '#' -> hash(start, line, column);
      case '-' -> minus(start, line, column);
      default -> symbols.read(c, signMayFollow, line, column, start);
    };
  }

  private Token word(int start, int line, int column) {
    while (Words.continuesName(cursor.peek())) {
      cursor.take();
    }
    String text = cursor.since(start);
    Span span = cursor.from(line, column, start);
    TokenKind keyword = Words.keyword(text);
    if (keyword != null) {
      return Token.of(keyword, span);
    }
    if (Words.isReserved(text)) {
      return Token.of(TokenKind.RESERVED, span, text);
    }
    if (!Words.isIdentifier(text)) {
      throw SyntaxError.bad(
          LexErrorKind.MALFORMED_IDENTIFIER, "Variable name is not proper: '" + text + "'", span);
    }
    return Token.of(TokenKind.IDENTIFIER, span, text);
  }

  private Token backTick(int start, int line, int column) {
    if (cursor.takeIf('\r')) {
      cursor.takeIf('\n');
      cursor.newLine();
    } else if (cursor.takeIf('\n')) {
      cursor.newLine();
    }
    texts.verbatim();
    return string(cursor.from(line, column, start));
  }

  private Token character(int start, int line, int column) {
    if (cursor.peek() == '\'') {
      throw malformedCharacter("", cursor.from(line, column, start));
    }
    texts.quoted('\'');
    String value = texts.value();
    Span span = cursor.from(line, column, start);
    if (value.codePointCount(0, value.length()) != 1) {
      throw malformedCharacter(value, span);
    }
    return Token.of(TokenKind.CHARACTER, span, value, value.codePointAt(0));
  }

  private static SyntaxError malformedCharacter(String value, Span span) {
    return SyntaxError.bad(
        LexErrorKind.MALFORMED_CHARACTER, "Invalid character: '" + value + "'", span);
  }

  private Token hash(int start, int line, int column) {
    int next = cursor.peek();
    if (next == '"' || next == '#') {
      texts.raw();
      return string(cursor.from(line, column, start));
    }
    return symbols.read('#', signMayFollow, line, column, start);
  }

  private Token minus(int start, int line, int column) {
    if (Words.isDigit(cursor.peek())) {
      if (signMayFollow) {
        return numbers.read((char) cursor.take(), true, line, column, start);
      }
      return Token.of(TokenKind.MINUS, cursor.from(line, column, start));
    }
    return symbols.read('-', signMayFollow, line, column, start);
  }

  private Token customised(Token token) {
    String text = token.text();
    if (token.is(TokenKind.RESERVED)) {
      if (options.isCustomWord(text)) {
        return Token.of(TokenKind.CUSTOM, token.span(), text);
      }
      return SymbolAdvice.check(token, options);
    }
    if (token.is(TokenKind.IDENTIFIER)) {
      return options.isCustomWord(text) ? Token.of(TokenKind.CUSTOM, token.span(), text) : token;
    }
    if (options.disabledSymbols().isEmpty() || !token.kind().isLiteral()) {
      return token;
    }
    if (options.disabledSymbols().contains(text)) {
      return Token.of(
          options.isCustomWord(text) ? TokenKind.CUSTOM : TokenKind.RESERVED, token.span(), text);
    }
    return token;
  }
}
