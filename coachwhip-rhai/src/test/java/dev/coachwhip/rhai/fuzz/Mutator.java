package dev.coachwhip.rhai.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes scripts of scripts: tokens lost, doubled, swapped, replaced, mixed. */
final class Mutator {

  private static final Pattern TOKEN =
      Pattern.compile("\\w+|\"[^\"\\n]*\"|'[^'\\n]*'|\\s+|=>|\\.\\.=?|::|[-+*/<>=!&|?]=?|\\W");

  private static final List<String> WORDS =
      List.of(
          "let",
          "const",
          "if",
          "else",
          "while",
          "loop",
          "do",
          "until",
          "for",
          "in",
          "switch",
          "return",
          "break",
          "continue",
          "throw",
          "try",
          "catch",
          "fn",
          "private",
          "import",
          "export",
          "as",
          "this",
          "global",
          "true",
          "false",
          "()",
          "null",
          "Fn",
          "call",
          "curry",
          "eval",
          "print",
          "debug",
          "type_of",
          "is_def_var",
          "_",
          "+",
          "-",
          "*",
          "/",
          "%",
          "**",
          "<<",
          ">>",
          "&",
          "|",
          "^",
          "&&",
          "||",
          "!",
          "==",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "=",
          "+=",
          "..",
          "..=",
          "??",
          "?.",
          "?[",
          ".",
          ",",
          ";",
          ":",
          "::",
          "=>",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "#{",
          "|",
          "\"",
          "'",
          "`",
          "${",
          "//",
          "/*",
          "*/",
          "\\",
          "#",
          "@",
          "0",
          "-1",
          "1.5",
          "9223372036854775807",
          "-9223372036854775808",
          "1e308",
          "0x7f",
          "'x'",
          "\"é🙂\"",
          "x",
          "a",
          "m",
          "f",
          "anon$1",
          "get$len",
          "\u0000",
          "\uD800",
          "\n",
          "\u2028");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private static final Pattern LITERAL = Pattern.compile("\\d\\w*|\"[^\"]*\"|'[^']*'");

  private static final List<String> KEYWORDS = WORDS.subList(0, WORDS.indexOf("this"));

  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "&", "|", "^");

  private static final List<String> LITERALS =
      List.of(
          "0",
          "1",
          "2",
          "63",
          "64",
          "0.0",
          "1.5",
          "1e300",
          "9223372036854775807",
          "true",
          "()",
          "'x'",
          "'🙂'",
          "\"\"",
          "\"ab\"",
          "\"é🙂z\"",
          "[]",
          "[1, 2, 3]",
          "#{}",
          "#{ a: 1 }",
          "(0..3)",
          "(1..=2)",
          "(|v| v)",
          "(|| this)",
          "(-1)",
          "(-9)");

  private final Random random;
  private final List<String> scripts;

  Mutator(Random random, List<String> scripts) {
    this.random = random;
    this.scripts = scripts;
  }

  /** Returns a script that mostly parses: names, literals and operators are other ones. */
  String nextAlike() {
    List<String> tokens = new ArrayList<>(tokens(any(scripts)));
    int changes = tokens.isEmpty() ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(tokens.size());
      tokens.set(at, alike(tokens.get(at), tokens));
    }
    return String.join("", tokens);
  }

  private String alike(String token, List<String> tokens) {
    if (OPERATORS.contains(token)) {
      return any(OPERATORS);
    }
    if (LITERAL.matcher(token).matches()) {
      return any(LITERALS);
    }
    boolean name = NAME.matcher(token).matches() && !KEYWORDS.contains(token);
    List<String> others = tokens.stream().filter(NAME.asMatchPredicate()).toList();
    String other = name ? any(others) : token;
    return KEYWORDS.contains(other) ? token : other;
  }

  /** Returns a script. */
  String next() {
    List<String> tokens = new ArrayList<>(tokens(any(scripts)));
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      change(tokens);
    }
    return String.join("", tokens);
  }

  private static List<String> tokens(String script) {
    return TOKEN.matcher(script).results().map(MatchResult::group).toList();
  }

  private void change(List<String> tokens) {
    if (tokens.isEmpty()) {
      tokens.add(any(WORDS));
      return;
    }
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(8)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, any(tokens));
      case 2 -> tokens.add(at, any(WORDS));
      case 3 -> tokens.set(at, any(WORDS));
      case 4 -> tokens.set(at, any(tokens));
      case 5 -> swap(tokens, at, random.nextInt(tokens.size()));
      case 6 -> tokens.addAll(at, part(tokens(any(scripts))));
      default -> tokens.subList(at, Math.min(tokens.size(), at + random.nextInt(10))).clear();
    }
  }

  private static void swap(List<String> tokens, int first, int second) {
    String kept = tokens.get(first);
    tokens.set(first, tokens.get(second));
    tokens.set(second, kept);
  }

  private List<String> part(List<String> tokens) {
    int start = random.nextInt(tokens.size() + 1);
    return tokens.subList(start, Math.min(tokens.size(), start + random.nextInt(12)));
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
