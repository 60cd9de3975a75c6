package dev.coachwhip.cli;

import dev.coachwhip.cli.run.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code coachwhip env}: the commands below it do the work. */
@Command(
    name = EnvCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes, lists and removes environments: Pythons with the packages you choose.",
    footer = {"", "Scripts run in one by:  coachwhip run --env NAME FILE"})
final class EnvCommand implements Runnable {

  static final String NAME = "env";

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /** Returns the command with those below it. */
  static CommandLine create(Surroundings surroundings) {
    return new CommandLine(new EnvCommand())
        .addSubcommand(new EnvCreateCommand(surroundings))
        .addSubcommand(new EnvListCommand(surroundings))
        .addSubcommand(new EnvRemoveCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
