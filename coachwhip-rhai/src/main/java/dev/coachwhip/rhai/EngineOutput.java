package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.RhaiError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Where an engine's scripts print, counted for the limit of each run. */
final class EngineOutput implements OutputSink {

  private final Optional<OutputStream> stream;
  private final long maxBytes;
  private long writtenBytes; // by the run under way

  /**
   * Makes it.
   *
   * @param stream empty for the program's own output
   * @param maxBytes for each run; 0 for no limit
   */
  EngineOutput(Optional<OutputStream> stream, long maxBytes) {
    this.stream = stream;
    this.maxBytes = maxBytes == 0 ? Long.MAX_VALUE : maxBytes;
  }

  /** Begins to count anew. */
  void beginRun() {
    writtenBytes = 0;
  }

  @Override
  public void print(String text) {
    write(text + "\n");
  }

  @Override
  public void debug(String text, int line, int column) {
    write(line == 0 ? text + "\n" : line + ":" + column + " | " + text + "\n");
  }

  private void write(String text) {
    PrintStream own = System.out;
    Charset charset = stream.isPresent() ? StandardCharsets.UTF_8 : own.charset();
    byte[] bytes = text.getBytes(charset);
    int fitting = (int) Math.min(bytes.length, maxBytes - writtenBytes);
    writtenBytes += fitting;
    try {
      OutputStream out = stream.orElse(own);
      out.write(fitting == bytes.length ? bytes : Arrays.copyOf(bytes, fitting));
      out.flush();
    } catch (IOException e) {
      throw RhaiError.host(String.valueOf(e.getMessage()), e);
    }
    if (fitting < bytes.length) {
      throw new StoppedException(Stop.OUTPUT);
    }
  }
}
