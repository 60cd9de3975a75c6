package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;

/** Reads symbols; their first character is read already. */
final class Symbols {

  private final Cursor cursor;
  private int line;
  private int column;
  private int start;

  Symbols(Cursor cursor) {
    this.cursor = cursor;
  }

  Token read(int first, boolean signMayFollow, int line, int column, int start) {
    this.line = line;
    this.column = column;
    this.start = start;
    return switch (first) {
      case '{' -> is(TokenKind.LEFT_BRACE);
      case '}' -> is(TokenKind.RIGHT_BRACE);
      case '(' -> parenthesis();
      case ')' -> is(TokenKind.RIGHT_PARENTHESIS);
      case '[' -> is(TokenKind.LEFT_BRACKET);
      case ']' -> is(TokenKind.RIGHT_BRACKET);
      case '#' -> hash();
      case '+' -> plus(signMayFollow);
      case '-' -> minus(signMayFollow);
      case '*' -> star();
      case '/' -> withEquals(TokenKind.DIVIDE_ASSIGN, TokenKind.DIVIDE);
      case ';' -> is(TokenKind.SEMICOLON);
      case ',' -> is(TokenKind.COMMA);
      case '.' -> period();
      case '=' -> equals();
      case ':' -> colon();
      case '<' -> less();
      case '>' -> greater();
      case '!' -> bang();
      case '|' -> pipe();
      case '&' -> ampersand();
      case '^' -> withEquals(TokenKind.XOR_ASSIGN, TokenKind.XOR);
      case '~' -> reserved("~");
      case '%' -> withEquals(TokenKind.REMAINDER_ASSIGN, TokenKind.REMAINDER);
      case '@' -> reserved("@");
      case '$' -> reserved("$");
      case '?' -> question();
      default ->
          throw SyntaxError.bad(
              LexErrorKind.UNEXPECTED_INPUT,
              "Unexpected '" + Character.toString(first) + "'",
              span());
    };
  }

  private Span span() {
    return cursor.from(line, column, start);
  }

  private Token is(TokenKind kind) {
    return Token.of(kind, span());
  }

  private Token reserved(String text) {
    return Token.of(TokenKind.RESERVED, span(), text);
  }

  private boolean then(char c) {
    return cursor.takeIf(c);
  }

  private Token withEquals(TokenKind assignment, TokenKind alone) {
    return is(then('=') ? assignment : alone);
  }

  private Token parenthesis() {
    if (then(')')) {
      return is(TokenKind.UNIT);
    }
    return then('*') ? reserved("(*") : is(TokenKind.LEFT_PARENTHESIS);
  }

  private Token hash() {
    if (then('{')) {
      return is(TokenKind.MAP_START);
    }
    if (cursor.peek() == '!') {
      return reserved("#!");
    }
    if (then(' ') && then('{')) {
      return reserved("# {");
    }
    return reserved("#");
  }

  private Token plus(boolean signMayFollow) {
    if (then('=')) {
      return is(TokenKind.PLUS_ASSIGN);
    }
    if (then('+')) {
      return reserved("++");
    }
    return is(signMayFollow ? TokenKind.UNARY_PLUS : TokenKind.PLUS);
  }

  private Token minus(boolean signMayFollow) {
    if (then('=')) {
      return is(TokenKind.MINUS_ASSIGN);
    }
    if (then('>')) {
      return reserved("->");
    }
    if (then('-')) {
      return reserved("--");
    }
    return is(signMayFollow ? TokenKind.UNARY_MINUS : TokenKind.MINUS);
  }

  private Token star() {
    if (then(')')) {
      return reserved("*)");
    }
    if (then('=')) {
      return is(TokenKind.MULTIPLY_ASSIGN);
    }
    return then('*') ? withEquals(TokenKind.POWER_ASSIGN, TokenKind.POWER) : is(TokenKind.MULTIPLY);
  }

  private Token period() {
    if (!then('.')) {
      return is(TokenKind.PERIOD);
    }
    if (then('.')) {
      return reserved("...");
    }
    return withEquals(TokenKind.INCLUSIVE_RANGE, TokenKind.EXCLUSIVE_RANGE);
  }

  private Token equals() {
    if (then('=')) {
      return then('=') ? reserved("===") : is(TokenKind.EQUAL);
    }
    return is(then('>') ? TokenKind.DOUBLE_ARROW : TokenKind.EQUALS);
  }

  private Token colon() {
    if (then(':')) {
      return then('<') ? reserved("::<") : is(TokenKind.DOUBLE_COLON);
    }
    if (then('=')) {
      return reserved(":=");
    }
    return then(';') ? reserved(":;") : is(TokenKind.COLON);
  }

  private Token less() {
    if (then('=')) {
      return is(TokenKind.LESS_OR_EQUAL);
    }
    if (then('-')) {
      return reserved("<-");
    }
    if (then('<')) {
      return withEquals(TokenKind.SHIFT_LEFT_ASSIGN, TokenKind.SHIFT_LEFT);
    }
    return then('|') ? reserved("<|") : is(TokenKind.LESS);
  }

  private Token greater() {
    if (then('=')) {
      return is(TokenKind.GREATER_OR_EQUAL);
    }
    return then('>')
        ? withEquals(TokenKind.SHIFT_RIGHT_ASSIGN, TokenKind.SHIFT_RIGHT)
        : is(TokenKind.GREATER);
  }

  private Token bang() {
    if (cursor.peek() == 'i' && cursor.peek(1) == 'n' && !Words.continuesName(cursor.peek(2))) {
      cursor.take();
      cursor.take();
      return is(TokenKind.NOT_IN);
    }
    if (then('=')) {
      return then('=') ? reserved("!==") : is(TokenKind.NOT_EQUAL);
    }
    return then('.') ? reserved("!.") : is(TokenKind.BANG);
  }

  private Token pipe() {
    if (then('|')) {
      return is(TokenKind.OR);
    }
    if (then('=')) {
      return is(TokenKind.OR_ASSIGN);
    }
    return then('>') ? reserved("|>") : is(TokenKind.PIPE);
  }

  private Token ampersand() {
    return then('&') ? is(TokenKind.AND) : withEquals(TokenKind.AND_ASSIGN, TokenKind.AMPERSAND);
  }

  private Token question() {
    if (then('.')) {
      return is(TokenKind.ELVIS);
    }
    if (then('?')) {
      return is(TokenKind.DOUBLE_QUESTION);
    }
    return then('[') ? is(TokenKind.QUESTION_BRACKET) : reserved("?");
  }
}
