package dev.coachwhip.rhai.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parser accepts and refuses what Rhai does, with the same kind, text and place. */
class ParserCasesTest {

  @Test
  void parse_everyCase_answersAsRhai() {
    List<String> different = new ArrayList<>();
    List<SyntaxCase> cases = SyntaxCase.all();
    for (SyntaxCase c : cases) {
      String answer = answer(c.script());
      if (!answer.equals(c.error())) {
        different.add(c.id() + ": " + answer + " instead of " + c.error());
      }
    }
    assertThat(cases).hasSizeGreaterThan(1_000);
    assertThat(different).isEmpty();
  }

  @Test
  void check_everyCaseWithError_reportsRhaisErrorFirst() {
    for (SyntaxCase c : SyntaxCase.all()) {
      List<SyntaxError> errors = Parser.check(c.script(), SyntaxOptions.DEFAULT);
      if (c.error().isEmpty()) {
        assertThat(errors).as(c.id()).isEmpty();
      } else {
        assertThat(SyntaxCase.describe(errors.getFirst())).as(c.id()).isEqualTo(c.error());
      }
    }
  }

  private static String answer(String script) {
    try {
      Parser.parse(script, SyntaxOptions.DEFAULT);
      return "";
    } catch (SyntaxError e) {
      return SyntaxCase.describe(e);
    }
  }
}
