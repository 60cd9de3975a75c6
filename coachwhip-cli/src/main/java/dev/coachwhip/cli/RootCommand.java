package dev.coachwhip.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: help and version. */
@Command(
    name = "coachwhip",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs scripts: Python, on the CPython that comes along or on your own, and Rhai.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:the script failed, or its interpreter cannot start",
      "2:wrong usage, or a file that cannot be read",
      "3:syntax error",
      "4:stopped by a limit, or cancelled",
      "130:interrupted",
      "n:a script that exits by itself chooses its own"
    })
final class RootCommand implements Runnable {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
