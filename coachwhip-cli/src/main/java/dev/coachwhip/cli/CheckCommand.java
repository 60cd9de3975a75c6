package dev.coachwhip.cli;

import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.cli.run.SyntaxCheck;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coachwhip check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Parses scripts without running them and prints every error.")
final class CheckCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "scripts; - reads standard input")
  private List<String> files = List.of();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "the backend; default: by the file's extension, python for -")
  private @Nullable String engine;

  @Mixin private InterpreterOption interpreter = new InterpreterOption();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (SyntaxCheck check = new SyntaxCheck(surroundings, engine, interpreter.python())) {
      files.forEach(check::check);
      return check.exitCode();
    }
  }
}
