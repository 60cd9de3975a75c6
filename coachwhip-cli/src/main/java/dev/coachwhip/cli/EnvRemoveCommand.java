package dev.coachwhip.cli;

import dev.coachwhip.cli.env.Environments;
import dev.coachwhip.cli.run.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code coachwhip env remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Deletes an environment.")
final class EnvRemoveCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "NAME", description = "as shown by coachwhip env list")
  private String name = "";

  @Override
  public Integer call() {
    Environments.named(name).remove();
    return ExitCode.OK;
  }
}
