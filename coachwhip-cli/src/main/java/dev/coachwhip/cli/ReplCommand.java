package dev.coachwhip.cli;

import dev.coachwhip.cli.repl.ReplProgram;
import dev.coachwhip.cli.run.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(names = "--python", paramLabel = "PATH", description = "the Python to use")
  private @Nullable String python;

  ReplCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new ReplProgram(surroundings, engine, python).run();
  }
}
