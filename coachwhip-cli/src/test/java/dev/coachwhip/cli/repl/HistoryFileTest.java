package dev.coachwhip.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryFileTest {

  @Test
  void of_linux_honoursTheStateVariable() {
    assertThat(HistoryFile.of("Linux", "/home/u", Map.of("XDG_STATE_HOME", "/state")))
        .isEqualTo(Path.of("/state/coachwhip/history"));
    assertThat(HistoryFile.of("Linux", "/home/u", Map.of("XDG_STATE_HOME", "")))
        .isEqualTo(Path.of("/home/u/.local/state/coachwhip/history"));
  }

  @Test
  void of_otherSystems_usesTheirFolders() {
    assertThat(HistoryFile.of("Mac OS X", "/Users/u", Map.of()))
        .isEqualTo(Path.of("/Users/u/Library/Application Support/coachwhip/history"));
    assertThat(HistoryFile.of("Windows 11", "/u", Map.of("LOCALAPPDATA", "/local")))
        .isEqualTo(Path.of("/local/coachwhip/history"));
  }
}
