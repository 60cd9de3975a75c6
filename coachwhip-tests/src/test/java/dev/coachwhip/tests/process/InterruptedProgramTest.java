package dev.coachwhip.tests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C ends the program {@code coachwhip run} whatever its script waits for (E5). */
@Tag("python")
@Tag("processes")
@Timeout(60)
@EnabledOnOs(OS.LINUX) // env --default-signal
class InterruptedProgramTest {

  private static final int INTERRUPTED = 130;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import threading\nlock = threading.Lock()\nlock.acquire()\nprint('ready')\nlock.acquire()",
        "print('ready')\ninput()",
        "import socket\nserver = socket.create_server(('127.0.0.1', 0))\nprint('ready')\nserver.accept()",
      })
  void interrupt_scriptThatWaits_isStoppedAndShown(String script)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("waits.py"), script);
    Process program = start(file); // its input is a pipe that this test keeps open
    try (BufferedReader output = program.inputReader();
        BufferedReader errors = program.errorReader()) {
      assertThat(output.readLine()).isEqualTo("ready");
      new ProcessBuilder("kill", "-INT", Long.toString(program.pid())).start().waitFor();
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isEqualTo(INTERRUPTED);
      assertThat(errors.lines().toList())
          .contains("coachwhip: interrupted", "the script was cancelled");
    } finally {
      program.destroyForcibly();
    }
  }

  private static Process start(Path script) throws IOException {
    return new ProcessBuilder(
            "env",
            "--default-signal=INT", // a build in the background ignores it, and so would its child
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.coachwhip.cli.Coachwhip",
            "run",
            script.toString())
        .start();
  }
}
