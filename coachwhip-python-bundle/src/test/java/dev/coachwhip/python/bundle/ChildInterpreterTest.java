package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildInterpreterTest {

  private final ChildInterpreter interpreter = new ChildInterpreter();

  @TempDir Path folder;

  @Test
  void check_fileThatIsNoProgram_saysWhatIsNeeded() throws IOException {
    Path file = Files.writeString(folder.resolve("python"), "no program");

    assertThatThrownBy(() -> interpreter.check(file))
        .isInstanceOf(UnusablePythonException.class)
        .hasMessageContaining("does not run on this machine")
        .hasMessageContaining("COACHWHIP_CACHE");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
  void check_programThatFails_quotesWhatItPrinted() throws IOException {
    Path file = script("echo 'GLIBC_2.35 not found' >&2; exit 1");

    assertThatThrownBy(() -> interpreter.check(file))
        .isInstanceOf(UnusablePythonException.class)
        .hasMessageContaining("GLIBC_2.35 not found");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
  void precompile_moreOutputThanAPipeHolds_ends() throws IOException {
    Path ended = folder.resolve("ended");

    interpreter.precompile(script("head -c 1000000 /dev/zero; touch '" + ended + "'; exit 1"));

    assertThat(ended).exists();
  }

  private Path script(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
