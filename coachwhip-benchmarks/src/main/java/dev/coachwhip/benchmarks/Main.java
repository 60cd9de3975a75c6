package dev.coachwhip.benchmarks;

import dev.coachwhip.benchmarks.programs.ProgramTimes;
import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks with JMH's options, by default for every contender on the class path, and
 * prints the tables of {@code docs/performance.md}. Unless told otherwise it ends at the first
 * benchmark that fails.
 */
public final class Main {

  private Main() {}

  /**
   * Runs the benchmarks.
   *
   * @param args JMH's; {@code -h} lists them
   */
  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException {
    CommandLineOptions given = new CommandLineOptions(args);
    if (given.shouldHelp()) {
      given.showHelp();
      return;
    }
    System.out.print(MedianTable.of(new Runner(withContenders(given)).run()));
  }

  private static Options withContenders(CommandLineOptions given) {
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given);
    options.shouldFailOnError(given.shouldFailOnError().orElse(true));
    options.exclude(ProgramTimes.class.getName()); // has a main class of its own
    if (!given.getParameter("contender").hasValue()) {
      options.param("contender", Contender.names().toArray(String[]::new));
    }
    return options.build();
  }
}
