package dev.coachwhip.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link ProgramTimes} with JMH's options for all programs and all languages on the class
 * path, and prints the table of {@code docs/performance.md}. The languages take turns: what else
 * the machine does slows all alike.
 */
public final class Main {

  private Main() {}

  /**
   * Runs them.
   *
   * @param args JMH's options; {@code -p program=a,b} and {@code -p language=a,b} choose
   */
  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    CommandLineOptions given = new CommandLineOptions(args);
    List<Language> languages =
        chosen(given, "language").isEmpty()
            ? Language.all()
            : chosen(given, "language").stream().map(Language::named).toList();
    List<RunResult> results = new ArrayList<>();
    for (Programs.Program program : Programs.named(chosen(given, "program"))) {
      String[] able =
          languages.stream()
              .filter(language -> program.text(language).isPresent())
              .map(Language::name)
              .toArray(String[]::new);
      results.addAll(new Runner(options(given, program, able).build()).run());
    }
    System.out.print(ProgramTable.of(results, languages));
  }

  private static OptionsBuilder options(
      CommandLineOptions given, Programs.Program program, String[] languages) {
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given);
    options.include(ProgramTimes.class.getName());
    options.param("program", program.name());
    options.param("language", languages);
    options.shouldFailOnError(given.shouldFailOnError().orElse(true));
    return options;
  }

  private static List<String> chosen(CommandLineOptions given, String parameter) {
    return given.getParameter(parameter).hasValue()
        ? List.copyOf(given.getParameter(parameter).get())
        : List.of();
  }
}
