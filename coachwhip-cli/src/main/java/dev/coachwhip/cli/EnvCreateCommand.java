package dev.coachwhip.cli;

import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.cli.run.UsageException;
import dev.coachwhip.python.PythonEnvironment;
import dev.coachwhip.python.PythonEnvironmentBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coachwhip env create}. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Makes an environment, or leaves the one that was made so before as it is.",
    footer = {"", "uv installs the packages if it is on PATH, else the Python's own pip."})
final class EnvCreateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "NAME", description = "letters, digits, . _ -")
  private String name = "";

  @Option(
      names = {"-r", "--requirements"},
      paramLabel = "FILE",
      description = "a requirements file in pip's format; may be repeated")
  private List<Path> requirementFiles = List.of();

  @Option(
      names = "--require",
      paramLabel = "PACKAGE",
      description = "a package, such as 'numpy>=2'; may be repeated")
  private List<String> requirements = List.of();

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "the Python to make it with; default: the one that scripts would run on")
  private @Nullable String python;

  @Option(
      names = "--wheels",
      paramLabel = "DIR",
      description = "a folder of wheels to look in too; may be repeated")
  private List<Path> wheels = List.of();

  @Option(names = "--offline", description = "takes packages from the folders of --wheels only")
  private boolean offline;

  @Option(
      names = "--index",
      paramLabel = "URL",
      description = "the package index to use instead of the usual one")
  private @Nullable String index;

  @Option(
      names = "--base-packages",
      description = "lets scripts use the packages of the Python itself too, the bundle's NumPy")
  private boolean basePackages;

  EnvCreateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PythonEnvironment made = builder().create();
    int count = made.packages().size();
    String packages = count + (count == 1 ? " package" : " packages");
    surroundings
        .out()
        .println(
            "%s: CPython %s, %s, %s"
                .formatted(made.name(), made.pythonVersion(), packages, made.path()));
    return ExitCode.OK;
  }

  private PythonEnvironmentBuilder builder() {
    try {
      PythonEnvironmentBuilder builder = PythonEnvironment.named(name);
      requirements.forEach(builder::require);
      return withSources(builder.progress(surroundings.err()::println));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private PythonEnvironmentBuilder withSources(PythonEnvironmentBuilder builder) {
    requirementFiles.forEach(builder::requirements);
    wheels.forEach(builder::wheels);
    if (python != null) {
      builder.python(python);
    }
    if (index != null) {
      builder.index(index);
    }
    if (offline) {
      builder.offline();
    }
    return basePackages ? builder.basePackages() : builder;
  }
}
