package dev.coachwhip.cli.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Input from a pipe or file: no prompts, no editing, no escape codes. */
final class PipedLines implements LineSource {

  private final BufferedReader reader;
  private final InputRule rule;

  PipedLines(InputStream in, InputRule rule) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.rule = rule;
  }

  @Override
  public @Nullable String next() {
    String line = readLine();
    if (line == null) {
      return null;
    }
    StringBuilder input = new StringBuilder(line);
    while (!rule.isComplete(input.toString())) {
      line = readLine();
      if (line == null) {
        break; // what is missing is the script's own error
      }
      input.append('\n').append(line);
    }
    return input.toString();
  }

  private @Nullable String readLine() {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
