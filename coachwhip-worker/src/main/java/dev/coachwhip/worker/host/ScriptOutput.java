package dev.coachwhip.worker.host;

import dev.coachwhip.spi.EngineConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where an engine's scripts write, on the host. */
final class ScriptOutput {

  static final int STANDARD = 1;

  private final Optional<OutputStream> output;
  private final Optional<OutputStream> errorOutput;

  ScriptOutput(EngineConfig config) {
    output = config.output();
    errorOutput = config.errorOutput();
  }

  /**
   * Writes UTF-8 text.
   *
   * @throws IOException if the stream refuses; the script sees it
   */
  void write(int stream, byte[] text) throws IOException {
    PrintStream own = stream == STANDARD ? System.out : System.err;
    OutputStream given = (stream == STANDARD ? output : errorOutput).orElse(null);
    if (given != null) {
      given.write(text);
      given.flush();
    } else if (own.charset().equals(StandardCharsets.UTF_8)) {
      own.write(text, 0, text.length);
      own.flush();
    } else {
      own.print(new String(text, StandardCharsets.UTF_8));
      own.flush();
    }
  }
}
