package dev.coachwhip.cli;

import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.cli.run.UsageException;
import dev.coachwhip.error.BackendException;
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
      case "fmt" -> root.addSubcommand(new FormatCommand(surroundings));
      case "repl" -> root.addSubcommand(new ReplCommand(surroundings));
      case EnvCommand.NAME -> root.addSubcommand(EnvCommand.create(surroundings));
      case "doctor" -> root.addSubcommand(new DoctorCommand(surroundings));
      default ->
          root.addSubcommand(new RunCommand(surroundings))
              .addSubcommand(new CheckCommand(surroundings))
              .addSubcommand(new FormatCommand(surroundings))
              .addSubcommand(new ReplCommand(surroundings))
              .addSubcommand(EnvCommand.create(surroundings))
              .addSubcommand(new DoctorCommand(surroundings));
    }
    Charset charset = surroundings.err().charset();
    return root.setExpandAtFiles(false) // @name is an argument for the script
        .setOut(new PrintWriter(surroundings.out(), true, surroundings.out().charset()))
        .setErr(new PrintWriter(surroundings.err(), true, charset))
        .setParameterExceptionHandler(CommandLines::explain)
        .setExecutionExceptionHandler((problem, command, _) -> explain(problem, command));
  }

  /** What commands report themselves, with more than a message, does not come here. */
  private static int explain(Exception problem, CommandLine command) throws Exception {
    if (!(problem instanceof UsageException || problem instanceof BackendException)) {
      throw problem;
    }
    command.getErr().println("coachwhip: " + problem.getMessage());
    return problem instanceof UsageException ? ExitCode.USAGE : ExitCode.FAILED;
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
