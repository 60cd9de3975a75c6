package dev.coachwhip.cli;

import dev.coachwhip.cli.run.RunRequest;
import dev.coachwhip.cli.run.ScriptProgram;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.cli.run.TextReporter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * {@code coachwhip run FILE [ARGS...]} without any option, the same as {@link RunCommand} does it.
 * Nothing is to be parsed then, and the parser is a third of the start-up time: its classes are too
 * old for the JVM's start-up cache.
 */
final class PlainRun {

  private final Surroundings surroundings;
  private final RunRequest request;

  /**
   * Makes it.
   *
   * @param args for which {@link #isPlain} holds
   */
  PlainRun(Surroundings surroundings, String... args) {
    this.surroundings = surroundings;
    List<String> words = Arrays.asList(args);
    List<String> arguments = words.subList(2, words.size());
    this.request = new RunRequest(words.get(1), arguments, List.of(), null, null, Duration.ZERO);
  }

  /** Tells whether the arguments are such a run. */
  static boolean isPlain(String... args) {
    if (args.length < 2 || !args[0].equals(RunCommand.NAME)) {
      return false;
    }
    for (String arg : args) {
      if (arg.startsWith("-")) {
        return false;
      }
    }
    return true;
  }

  int run() {
    return new ScriptProgram(request, surroundings, new TextReporter(surroundings, false, false))
        .run();
  }
}
