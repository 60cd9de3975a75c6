package dev.coachwhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatCommandTest extends ProgramTest {

  @Test
  void fmt_scripts_areRewrittenAndNamed() throws IOException {
    String messy = script("messy.rhai", "if true{", "print(1) // one", "}");
    String neat = script("neat.rhai", "let a = 1;", "");
    assertThat(coachwhip("fmt", messy, neat)).isZero();
    assertThat(Files.readString(Path.of(messy))).isEqualTo("if true {\n    print(1) // one\n}\n");
    assertThat(out()).contains("messy.rhai").doesNotContain("neat.rhai");
    assertThat(coachwhip("fmt", messy)).isZero();
  }

  @Test
  void fmt_check_changesNothingAndFails() throws IOException {
    String messy = script("messy.rhai", "let  a=1;");
    String before = Files.readString(Path.of(messy));
    assertThat(coachwhip("fmt", "--check", messy)).isEqualTo(1);
    assertThat(Files.readString(Path.of(messy))).isEqualTo(before);
  }

  @Test
  void fmt_noScript_isASyntaxError() {
    assertThat(coachwhip("fmt", script("bad.rhai", "let = 1;"))).isEqualTo(3);
    assertThat(err()).contains("bad.rhai:1:5");
  }

  @Test
  void fmt_otherLanguage_isRefused() {
    assertThat(coachwhip("fmt", script("a.fake", "print x"))).isEqualTo(2);
    assertThat(err()).contains("no formatter for fake");
  }
}
