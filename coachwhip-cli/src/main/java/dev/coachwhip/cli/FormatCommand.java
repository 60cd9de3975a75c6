package dev.coachwhip.cli;

import dev.coachwhip.cli.run.ScriptFormat;
import dev.coachwhip.cli.run.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coachwhip fmt}. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Formats Rhai scripts in place: indentation and blanks; comments stay.",
    footer = {"", "Prints the names of the files that it changes."})
final class FormatCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "scripts; - formats the standard input to the standard output")
  private List<String> files = List.of();

  @Option(
      names = "--check",
      description = "changes nothing; fails if a file is not formatted, and prints its name")
  private boolean check;

  FormatCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ScriptFormat format = new ScriptFormat(surroundings, check);
    files.forEach(format::format);
    return format.exitCode();
  }
}
