package dev.coachwhip.cli;

import dev.coachwhip.cli.env.Environments;
import dev.coachwhip.cli.run.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Python a command uses. */
final class InterpreterOption {

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "the Python to use: an executable, a venv, a conda prefix or a libpython")
  private @Nullable String python;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "the environment to use, made by coachwhip env create")
  private @Nullable String environment;

  /**
   * Returns the Python; null for the usual search.
   *
   * @throws UsageException if both options are given, or there is no such environment
   */
  @Nullable String python() {
    if (environment == null) {
      return python;
    }
    if (python != null) {
      throw new UsageException("--python and --env both name a Python; give one of them");
    }
    return Environments.named(environment).python().toString();
  }
}
