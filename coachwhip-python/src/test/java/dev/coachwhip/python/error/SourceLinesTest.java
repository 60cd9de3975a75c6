package dev.coachwhip.python.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLinesTest {

  @Test
  void ofText_lineInside_isWithoutItsEnd() {
    assertThat(SourceLines.ofText("a\r\nb\nc", 1)).contains("a");
    assertThat(SourceLines.ofText("a\r\nb\nc", 2)).contains("b");
    assertThat(SourceLines.ofText("a\r\nb\nc", 3)).contains("c");
  }

  @Test
  void ofText_lineBeyondTheEnd_isEmpty() {
    assertThat(SourceLines.ofText("a\nb", 3)).isEmpty();
  }
}
