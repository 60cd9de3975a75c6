package dev.coachwhip.cli;

import dev.coachwhip.cli.repl.ReplProgram;
import dev.coachwhip.cli.run.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coachwhip repl}. */
@Command(
    name = "repl",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Runs what you type, line by line.",
    footer = {
      "",
      "A block ends with a blank line. Ctrl-C stops a running script or drops the line,",
      "Ctrl-D ends the session, Tab completes names."
    })
final class ReplCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(names = "--engine", paramLabel = "NAME", description = "the backend; default: python")
  private String engine = "python";

  @Mixin private InterpreterOption interpreter = new InterpreterOption();

  ReplCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new ReplProgram(surroundings, engine, interpreter.python()).run();
  }
}
