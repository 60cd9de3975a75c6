package dev.coachwhip.cli.repl;

import dev.coachwhip.cli.run.Interrupts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Input from a terminal, with editing, history and completion. */
final class TerminalLines implements LineSource {

  private final Terminal terminal;
  private final LineReader reader;
  private final Interrupts interrupts;

  /**
   * Takes over the terminal.
   *
   * @param historyFile made when the first line is kept
   * @param interrupts told of Ctrl-C while no line is being read
   */
  TerminalLines(InputRule rule, Completer completer, Path historyFile, Interrupts interrupts) {
    try {
      terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.handle(Terminal.Signal.INT, signal -> interrupts.interrupt());
    this.interrupts = interrupts;
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("coachwhip")
            .parser(new BlockParser(rule))
            .completer(completer)
            .variable(LineReader.HISTORY_FILE, historyFile)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
            .option(
                LineReader.Option.DISABLE_EVENT_EXPANSION, true) // ! is an operator, not history
            .build();
  }

  @Override
  public @Nullable String next() {
    // The reader sees Ctrl-C itself; on a dumb terminal the system has dropped the line already.
    interrupts.setIgnored(true);
    try {
      return reader.readLine(">>> ");
    } catch (UserInterruptException e) {
      return "";
    } catch (EndOfFileException e) {
      return null;
    } finally {
      interrupts.setIgnored(false);
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
