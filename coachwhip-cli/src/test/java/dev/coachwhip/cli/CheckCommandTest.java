package dev.coachwhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckCommandTest extends ProgramTest {

  @Test
  void check_goodScripts_saysNothingAndRunsNothing() {
    assertThat(coachwhip("check", script("a.fake", "print x"), script("b.fake", "int 1"))).isZero();
    assertThat(out() + err()).isEmpty();
  }

  @Test
  void check_severalBadScripts_reportsEach() {
    String good = script("good.fake", "print x");
    assertThat(
            coachwhip("check", script("a.fake", "bad"), good, script("b.fake", "int 1", "worse")))
        .isEqualTo(3);
    assertThat(err()).contains("a.fake:1:1", "b.fake:2:1").doesNotContain("good.fake");
  }

  @Test
  void check_missingFile_goesOnWithTheOthers() {
    String missing = folder.resolve("none.fake").toString();
    assertThat(coachwhip("check", missing, script("b.fake", "int 1"))).isEqualTo(2);
    assertThat(coachwhip("check", missing, script("b.fake", "bad"))).isEqualTo(3);
    assertThat(err()).contains("none.fake", "b.fake:1:1");
  }
}
