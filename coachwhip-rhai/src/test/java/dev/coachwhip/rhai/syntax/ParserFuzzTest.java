package dev.coachwhip.rhai.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.coachwhip.rhai.analysis.Simplifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Mutilated scripts end in a tree or a {@link SyntaxError}. */
class ParserFuzzTest {

  private static final int SCRIPTS = 20_000;
  private static final Pattern PIECE =
      Pattern.compile("\\w+|\\s+|.", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
  private static final List<String> TOKENS =
      List.of(
          "let",
          "const",
          "if",
          "else",
          "switch",
          "do",
          "while",
          "until",
          "loop",
          "for",
          "in",
          "!in",
          "fn",
          "break",
          "continue",
          "return",
          "throw",
          "try",
          "catch",
          "private",
          "import",
          "export",
          "as",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "()",
          "#{",
          "+",
          "-",
          "*",
          "**",
          "<<",
          "&&",
          "|",
          "||",
          "!",
          "=",
          "+=",
          "??",
          "?.",
          "?[",
          ".",
          "..",
          "..=",
          "::",
          ":",
          ",",
          ";",
          "=>",
          "_",
          "this",
          "x",
          "1",
          "-1",
          "2.5",
          "0x1F",
          "1e",
          "\"s\"",
          "'c'",
          "`t ${x}",
          "`",
          "\"",
          "'",
          "${",
          "\\",
          "print",
          "call",
          "#",
          "@",
          "$",
          "~",
          "++",
          "...",
          "// c\n",
          "/* c",
          "*/",
          "/// d\n",
          "\n",
          "\t",
          "\r",
          "\u00e9",
          "\ud83d\ude00",
          "\ud800",
          "\u0000",
          "#\"",
          "\"#",
          "null",
          "eval",
          "var",
          "case",
          "every",
          "9223372036854775808");

  private static final List<SyntaxOptions> OPTIONS =
      List.of(
          SyntaxOptions.DEFAULT,
          SyntaxOptions.builder().strictVariables(true).maxExpressionDepths(0, 0).build(),
          SyntaxOptions.builder()
              .maxStringSize(8)
              .maxArraySize(2)
              .maxMapSize(1)
              .maxFunctions(1)
              .maxExpressionDepths(9, 5)
              .build(),
          SyntaxOptions.builder()
              .disabledSymbols(Set.of("while", "+"))
              .operators(Map.of("+", 150, "#", 100, "x", 90))
              .customSyntaxes(
                  List.of(
                      new CustomSyntax(List.of("every", "$ident$", ":", "$expr$", "$block$"), true),
                      new CustomSyntax(List.of("var", "$symbol$", "$func$"), false)))
              .build());

  @Test
  void parse_mutilatedScripts_treeOrSyntaxError() {
    long seed = 20_261_128L;
    Random random = new Random(seed);
    List<SyntaxCase> cases = SyntaxCase.all();
    int trees = 0;
    for (int i = 0; i < SCRIPTS; i++) {
      String script = mutilated(cases.get(random.nextInt(cases.size())).script(), random);
      SyntaxOptions options = OPTIONS.get(i % OPTIONS.size());
      trees += parses(script, options, seed) ? 1 : 0;
    }
    // neither all nor none of them
    assertThat(trees).isBetween(SCRIPTS / 20, SCRIPTS / 2);
  }

  private static boolean parses(String script, SyntaxOptions options, long seed) {
    try {
      Parser.check(script, options);
      Parser.parseJson(script, options);
    } catch (SyntaxError expected) {
      // fine
    } catch (RuntimeException | Error e) {
      fail("Seed " + seed + ": " + script, e);
    }
    try {
      Simplifier.simplify(Parser.parse(script, options), options);
      return true;
    } catch (SyntaxError expected) {
      return false;
    } catch (RuntimeException | Error e) {
      return fail("Seed " + seed + ": " + script, e);
    }
  }

  private static String mutilated(String script, Random random) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(script);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    for (int n = 1 + random.nextInt(4); n > 0 && !pieces.isEmpty(); n--) {
      int at = random.nextInt(pieces.size());
      String token = TOKENS.get(random.nextInt(TOKENS.size()));
      switch (random.nextInt(6)) {
        case 0 -> pieces.remove(at);
        case 1 -> pieces.add(at, token);
        case 2 -> pieces.set(at, token);
        case 3 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
        case 4 -> Collections.swap(pieces, at, random.nextInt(pieces.size()));
        default -> pieces.subList(at, pieces.size()).clear();
      }
    }
    return String.join("", pieces);
  }
}
