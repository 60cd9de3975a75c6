package dev.coachwhip.python.error;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a Python expression that did the work: the operator, the index with its brackets, or
 * the arguments with theirs. Python underlines that by {@code ^} and the rest by {@code ~}.
 *
 * @param kind what the expression is
 * @param start where the part begins in the text
 * @param end where it ends
 */
record ExpressionAnchors(Kind kind, int start, int end) {

  /** What an expression is. */
  enum Kind {
    OPERATION,
    SUBSCRIPT,
    CALL
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<blank>[\\s\\\\]+|#[^\\n]*)"
              + "|(?<string>[A-Za-z]{0,2}(?:\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''"
              + "|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'))"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*)"
              + "|(?<number>\\.?[0-9](?:[eE][+-]|[\\w.])*)"
              + "|(?<operator>\\*\\*=?|//=?|<<=?|>>=?|->|:=|[-+*/%@&|^!=<>]=|.)",
          Pattern.DOTALL);

  /** A name, perhaps in parentheses. */
  private static final Pattern NAME =
      Pattern.compile("(?:\\(\\s*)*[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*\\s*(?:\\)\\s*)*");

  private static final Set<String> KEYWORDS =
      Set.of(
          "lambda",
          "if",
          "else",
          "or",
          "and",
          "not",
          "in",
          "is",
          "for",
          "yield",
          "raise",
          "return",
          "assert",
          "import",
          "from",
          "del",
          "with",
          "as",
          "class",
          "def",
          "async",
          "global",
          "nonlocal",
          "pass",
          "while",
          "try",
          "except",
          "finally",
          "break",
          "continue");

  /** From those that bind least. */
  private static final List<Set<String>> OPERATORS =
      List.of(
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("<<", ">>"),
          Set.of("+", "-"),
          Set.of("*", "/", "//", "%", "@"),
          Set.of("**"));

  private record Token(String text, int start, boolean operand) {
    int end() {
      return start + text.length();
    }
  }

  /** Returns the part of an expression; empty if it has none, or if this is no expression. */
  static Optional<ExpressionAnchors> of(String expression) {
    List<Token> outer = new ArrayList<>();
    int opened = outerTokens(expression, outer);
    if (opened < 0 || outer.isEmpty() || !outer.stream().allMatch(ExpressionAnchors::isPart)) {
      return Optional.empty();
    }
    Optional<Token> operator = operator(outer);
    if (operator.isPresent()) {
      Token found = operator.get();
      return Optional.of(new ExpressionAnchors(Kind.OPERATION, found.start(), found.end()));
    }
    boolean simple = outer.getFirst().operand() && !outer.getFirst().text().equals("await");
    return simple ? trailer(outer, opened) : Optional.empty();
  }

  private static boolean isPart(Token token) {
    return token.operand()
        ? !KEYWORDS.contains(token.text())
        : token.text().equals(".")
            || token.text().equals("~")
            || OPERATORS.stream().anyMatch(level -> level.contains(token.text()));
  }

  /**
   * Splits into tokens outside brackets; a pair of brackets is one, an operand.
   *
   * @return where the last pair begins, 0 if there is none; below 0 if brackets do not match
   */
  private static int outerTokens(String text, List<Token> outer) {
    Deque<Integer> open = new ArrayDeque<>();
    int lastOpened = 0;
    Matcher token = TOKEN.matcher(text);
    while (token.lookingAt()) {
      String found = token.group();
      if ("([{".contains(found)) {
        open.push(token.start());
      } else if (")]}".contains(found)) {
        if (open.isEmpty()) {
          return -1;
        }
        lastOpened = open.pop();
        if (open.isEmpty()) {
          outer.add(new Token(text.substring(lastOpened, token.end()), lastOpened, true));
        }
      } else if (open.isEmpty() && token.group("blank") == null) {
        outer.add(new Token(found, token.start(), token.group("operator") == null));
      }
      token.region(token.end(), text.length());
    }
    return open.isEmpty() ? lastOpened : -1;
  }

  private static Optional<Token> operator(List<Token> outer) {
    for (Set<String> level : OPERATORS) {
      List<Token> found = new ArrayList<>();
      for (int i = 1; i < outer.size(); i++) {
        if (level.contains(outer.get(i).text()) && outer.get(i - 1).operand()) {
          found.add(outer.get(i));
        }
      }
      if (!found.isEmpty()) {
        boolean power = level.contains("**");
        return power && !outer.getFirst().operand()
            ? Optional.empty() // -x ** 2 is the minus of a power
            : Optional.of(power ? found.getFirst() : found.getLast());
      }
    }
    return Optional.empty();
  }

  private static Optional<ExpressionAnchors> trailer(List<Token> outer, int opened) {
    Token last = outer.getLast();
    boolean follows = outer.size() > 1 && outer.get(outer.size() - 2).operand();
    if (!follows || last.start() != opened || "([".indexOf(last.text().charAt(0)) < 0) {
      return Optional.empty();
    }
    Kind kind = last.text().startsWith("(") ? Kind.CALL : Kind.SUBSCRIPT;
    return Optional.of(new ExpressionAnchors(kind, last.start(), last.end()));
  }

  /** Tells whether an expression is a call of a plain name. */
  static boolean isCallOfName(String expression) {
    Matcher name = NAME.matcher(expression);
    return name.lookingAt()
        && of(expression)
            .filter(found -> found.kind() == Kind.CALL && found.start() == name.end())
            .isPresent();
  }
}
