package dev.coachwhip.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLocationTest {

  private static String excerpt(int column, int endLine, int endColumn, String line) {
    return new SourceLocation("s", 2, column, endLine, endColumn, Optional.of(line))
        .excerpt()
        .orElseThrow();
  }

  @Test
  void excerpt_rangeInLine_marksIt() {
    assertThat(excerpt(5, 2, 10, "x = y / z")).isEqualTo("x = y / z\n    ^^^^^");
  }

  @Test
  void excerpt_tabsBefore_areKept() {
    assertThat(excerpt(3, 2, 4, "\t\tx")).isEqualTo("\t\tx\n\t\t^");
  }

  @Test
  void excerpt_wideCharactersBefore_takeTwoColumns() {
    assertThat(excerpt(5, 2, 6, "😀 = x")).isEqualTo("😀 = x\n     ^");
    assertThat(excerpt(1, 2, 3, "値段 = x")).isEqualTo("値段 = x\n^^^^");
  }

  @Test
  void excerpt_combiningMarksBefore_takeNone() {
    assertThat(excerpt(6, 2, 7, "e\u0301 = x")).isEqualTo("e\u0301 = x\n    ^");
  }

  @Test
  void excerpt_severalLinesAndTheLastKnown_marksBothEnds() {
    SourceLocation location =
        new SourceLocation("s", 2, 5, 4, 5, Optional.of("x = f("), Optional.of("  1)"));
    assertThat(location.excerpt()).contains("x = f(\n    ^^\n  1)\n  ^^");
  }

  @Test
  void excerpt_emptyRange_hasOneCaret() {
    assertThat(excerpt(6, 2, 6, "x = (")).isEqualTo("x = (\n     ^");
  }

  @Test
  void excerpt_severalLines_marksToTheEndOfTheFirst() {
    assertThat(excerpt(5, 4, 2, "x = [1,  ")).isEqualTo("x = [1,  \n    ^^^");
  }

  @Test
  void excerpt_rangeBeyondTheLine_staysWithinIt() {
    assertThat(excerpt(3, 2, 100, "abcd")).isEqualTo("abcd\n  ^^");
    assertThat(excerpt(50, 2, 60, "abcd")).isEqualTo("abcd\n    ^");
  }

  @Test
  void excerpt_unknownLine_isEmpty() {
    assertThat(SourceLocation.ofLine("s", 1, Optional.empty()).excerpt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'x = 1',1,6", "'  x = 1  ',3,8", "'',1,1", "'   ',1,1", "'\t😀',2,3"})
  void ofLine_anyLine_spansItsText(String line, int column, int endColumn) {
    SourceLocation location = SourceLocation.ofLine("s", 7, Optional.of(line));
    assertThat(location)
        .isEqualTo(new SourceLocation("s", 7, column, 7, endColumn, Optional.of(line)));
  }

  @ParameterizedTest
  @CsvSource({"0,1,1,1", "1,0,1,1", "2,1,1,9", "1,5,1,4", "1,1,2,0"})
  void constructor_badRange_isRefused(int line, int column, int endLine, int endColumn) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SourceLocation("fit.py", line, column, endLine, endColumn, Optional.empty()))
        .withMessageContaining("fit.py");
  }

  @Test
  void toString_lineOnly_hasNoColumn() {
    assertThat(SourceLocation.ofLine("A.java", 3, Optional.empty())).hasToString("A.java:3");
    assertThat(SourceLocation.ofLine("a.py", 3, Optional.of(""))).hasToString("a.py:3:1");
  }

  @Test
  void toString_anyLocation_isNameLineColumn() {
    assertThat(new SourceLocation("a.py", 3, 5, 3, 6, Optional.empty())).hasToString("a.py:3:5");
  }
}
