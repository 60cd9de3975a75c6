package dev.coachwhip.cli;

import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.cli.run.RunRequest;
import dev.coachwhip.cli.run.ScriptProgram;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.cli.run.TextReporter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code coachwhip run FILE [ARGS...] [-g NAME=VALUE]...}, read by hand and then the same as {@link
 * RunCommand}. The usual call deserves it: the parser for all the rest is more than half of the
 * program's own start-up time, as its classes are too old for the JVM's start-up cache.
 */
final class PlainRun {

  private final List<String> words = new ArrayList<>();
  private final List<String> globals = new ArrayList<>();

  private PlainRun() {}

  /** Reads the arguments; null if there is anything else in them, wrong usage included. */
  static @Nullable RunRequest read(String... args) {
    if (args.length < 2 || !args[0].equals(RunCommand.NAME)) {
      return null;
    }
    PlainRun run = new PlainRun();
    return run.readAll(args) && !run.words.isEmpty() ? run.request() : null;
  }

  private boolean readAll(String[] args) {
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("-g") && i + 1 < args.length && !args[i + 1].startsWith("-")) {
        i++;
        globals.add(args[i]);
      } else if (args[i].startsWith("-")) {
        return false;
      } else {
        words.add(args[i]);
      }
    }
    return true;
  }

  private RunRequest request() {
    List<String> arguments = words.subList(1, words.size());
    return new RunRequest(
        words.getFirst(),
        arguments,
        globals,
        null,
        null,
        ScriptLimits.none(),
        Policy.open(),
        Isolation.NONE,
        null,
        false);
  }

  /** Runs the script and returns the exit code. */
  static int run(RunRequest request, Surroundings surroundings) {
    return new ScriptProgram(request, surroundings, new TextReporter(surroundings, false, false))
        .run();
  }
}
