package dev.coachwhip.cli.repl;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.Interrupts;
import dev.coachwhip.cli.run.Reporter;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.util.OptionalInt;

/** Reads, runs and prints until the input ends or a script exits. */
final class Repl {

  private final ScriptEngine engine;
  private final LineSource lines;
  private final Surroundings surroundings;
  private final Reporter reporter;
  private final Interrupts interrupts;
  private int inputs;

  Repl(
      ScriptEngine engine,
      LineSource lines,
      Surroundings surroundings,
      Reporter reporter,
      Interrupts interrupts) {
    this.engine = engine;
    this.lines = lines;
    this.surroundings = surroundings;
    this.reporter = reporter;
    this.interrupts = interrupts;
  }

  /** Returns the exit code. */
  int run() {
    String input;
    while ((input = lines.next()) != null) {
      if (!input.isBlank()) {
        OptionalInt exit = runInput(input);
        if (exit.isPresent()) {
          return exit.getAsInt();
        }
      }
    }
    return ExitCode.OK;
  }

  /** Returns the exit code if the input ended the session. */
  private OptionalInt runInput(String input) {
    inputs++;
    try {
      print(runWatched(ScriptSource.of("<input " + inputs + ">", input)));
    } catch (ScriptException e) {
      return failed(e);
    }
    return OptionalInt.empty();
  }

  private ScriptValue runWatched(ScriptSource source) {
    ScriptRun run = engine.start(source);
    interrupts.watch(run);
    try {
      return run.join();
    } finally {
      interrupts.unwatch();
    }
  }

  private void print(ScriptValue value) {
    if (!value.isNull()) {
      surroundings.out().println(value.data() instanceof String text ? Quoted.of(text) : value);
    }
    surroundings.out().flush();
  }

  private OptionalInt failed(ScriptException error) {
    if (interrupts.happened()) {
      reporter.interrupted("interrupted");
    } else if (error instanceof ScriptRuntimeException exit && exit.exitCode().isPresent()) {
      reporter.exited(exit);
      return exit.exitCode();
    } else {
      reporter.failure(error);
    }
    return OptionalInt.empty();
  }
}
