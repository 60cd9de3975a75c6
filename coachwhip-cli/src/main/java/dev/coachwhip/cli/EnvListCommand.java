package dev.coachwhip.cli;

import dev.coachwhip.cli.env.EnvironmentTable;
import dev.coachwhip.cli.json.EnvironmentsJson;
import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.python.PythonEnvironment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coachwhip env list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Lists the environments.")
final class EnvListCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(names = "--json", description = "prints them, with their packages, as one JSON object")
  private boolean json;

  EnvListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<PythonEnvironment> all = PythonEnvironment.list();
    if (json) {
      surroundings.out().println(EnvironmentsJson.of(all));
    } else {
      EnvironmentTable.print(all, surroundings.out());
    }
    return ExitCode.OK;
  }
}
