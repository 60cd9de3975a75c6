package dev.coachwhip.cli;

import dev.coachwhip.cli.run.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program's commands in this process, with scripts of the fake language. */
abstract class ProgramTest {

  /** What {@link #halted} holds while nothing has halted. */
  static final int NOT_HALTED = -1;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final AtomicInteger halted = new AtomicInteger(NOT_HALTED);
  private String typed = "";

  /** Makes this the standard input. */
  void type(String input) {
    typed = input;
  }

  Surroundings surroundings() {
    return new Surroundings(
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        () -> false,
        halted::set);
  }

  int coachwhip(String... args) {
    return CommandLines.create(surroundings(), args).execute(args);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Returns what was printed so far and forgets it. */
  String takeOut() {
    String text = out();
    out.reset();
    return text;
  }

  /** Returns the problems printed so far and forgets them. */
  String takeErr() {
    String text = err();
    err.reset();
    return text;
  }

  /** Writes a script and returns its path. */
  String script(String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
