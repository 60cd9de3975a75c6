package dev.coachwhip.cli;

import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the command line together. */
final class CommandLines {

  private CommandLines() {}

  /**
   * Returns the command line for these arguments.
   *
   * @param args tell which command will be needed: the model of each costs start-up time, so the
   *     others are left out
   */
  static CommandLine create(Surroundings surroundings, String... args) {
    CommandLine root = new CommandLine(new RootCommand());
    switch (args.length == 0 ? "" : args[0]) {
      case "run" -> root.addSubcommand(new RunCommand(surroundings));
      case "check" -> root.addSubcommand(new CheckCommand(surroundings));
      case "repl" -> root.addSubcommand(new ReplCommand(surroundings));
      case "doctor" -> root.addSubcommand(new DoctorCommand(surroundings));
      default ->
          root.addSubcommand(new RunCommand(surroundings))
              .addSubcommand(new CheckCommand(surroundings))
              .addSubcommand(new ReplCommand(surroundings))
              .addSubcommand(new DoctorCommand(surroundings));
    }
    Charset charset = surroundings.err().charset();
    return root.setExpandAtFiles(false) // @name is an argument for the script
        .setOut(new PrintWriter(surroundings.out(), true, surroundings.out().charset()))
        .setErr(new PrintWriter(surroundings.err(), true, charset))
        .setParameterExceptionHandler(CommandLines::explain);
  }

  private static int explain(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("coachwhip: " + problem.getMessage());
    if (problem instanceof UnmatchedArgumentException unmatched
        && unmatched.isUnknownOption()
        && command.getCommandName().equals(RunCommand.NAME)) {
      err.println("Options for the script itself go after --");
    }
    err.println("Try " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }
}
