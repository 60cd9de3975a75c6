package dev.coachwhip.rhai.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rhai's keywords, reserved words and symbols, and what may be a name. */
public final class Words {

  private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();

  private static final Set<String> RESERVED =
      Set.of(
          "?",
          "use",
          "case",
          "async",
          "public",
          "package",
          "super",
          "#",
          "var",
          "protected",
          "spawn",
          "shared",
          "is",
          "===",
          "sync",
          "curry",
          "static",
          "default",
          "!==",
          "is_shared",
          "print",
          "#!",
          "this",
          "is_def_var",
          "thread",
          "is_def_fn",
          "yield",
          "new",
          "call",
          "match",
          "~",
          "!.",
          "eval",
          "await",
          ":=",
          "...",
          "null",
          "debug",
          "@",
          "type_of",
          "with",
          "<-",
          "void",
          "--",
          "nil",
          "<|",
          "$",
          "->",
          "|>",
          "module",
          "Fn",
          "::<",
          "++",
          ":;",
          "*)",
          "(*",
          "go",
          "goto");

  private static final Set<String> CALLABLE =
      Set.of(
          "curry",
          "is_shared",
          "print",
          "is_def_var",
          "is_def_fn",
          "call",
          "eval",
          "debug",
          "type_of",
          "Fn");

  private static final Set<String> CALLABLE_AS_METHOD =
      Set.of("curry", "is_shared", "call", "type_of");

  static {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isLiteral()) {
        KEYWORDS.putIfAbsent(kind.text(), kind);
      }
    }
  }

  private Words() {}

  /** Returns the token that is always written so, or null. */
  static @Nullable TokenKind keyword(String text) {
    return KEYWORDS.get(text);
  }

  /** Tells whether a text is a keyword or an operator or other symbol of the language. */
  public static boolean isToken(String text) {
    return keyword(text) != null;
  }

  /** Tells whether Rhai keeps a word or symbol for itself, beside its keywords. */
  public static boolean isReserved(String text) {
    return RESERVED.contains(text);
  }

  /** Tells whether a reserved word is a function. */
  static boolean isCallable(String text) {
    return CALLABLE.contains(text);
  }

  /** Tells whether a reserved word is a method. */
  static boolean isCallableAsMethod(String text) {
    return CALLABLE_AS_METHOD.contains(text);
  }

  /** Tells whether a script may define a function of that name. */
  public static boolean isFunctionName(String text) {
    return isIdentifier(text) && !isReserved(text) && keyword(text) == null;
  }

  /** Tells whether a text has the form of a name: a letter comes before any digit. */
  public static boolean isIdentifier(String text) {
    boolean letterSeen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        letterSeen = true;
      } else if (c != '_' && !(letterSeen && isDigit(c))) {
        return false;
      }
    }
    return letterSeen;
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean continuesName(int c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }
}
