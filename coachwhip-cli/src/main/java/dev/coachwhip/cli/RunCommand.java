package dev.coachwhip.cli;

import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.JsonReporter;
import dev.coachwhip.cli.run.Reporter;
import dev.coachwhip.cli.run.RunRequest;
import dev.coachwhip.cli.run.ScriptProgram;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.cli.run.TextReporter;
import dev.coachwhip.cli.run.UsageException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coachwhip run}. */
@Command(
    name = RunCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Runs a script.",
    footer = {
      "",
      "Globals are typed by their form: 5, -1.5e3, true, false, null, and JSON for",
      "arrays, objects and strings ('[1, 2]', '\"5\"'); anything else is text.",
      "",
      "--json prints ok, type and value, or ok and error; then output and",
      "errorOutput, what the script printed. In the value, lists, tuples and sets are",
      "arrays; a map whose keys are not all text is an array of pairs; bytes are",
      "Base64; floats without a JSON form are \"nan\", \"inf\", \"-inf\"; other objects",
      "are their printed text.",
      "",
      "Options for the script itself go after --:  coachwhip run FILE -- --verbose"
    })
final class RunCommand implements Callable<Integer> {

  static final String NAME = "run";

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "FILE", description = "the script; - reads standard input")
  private String file = "";

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "arguments of the script")
  private List<String> arguments = List.of();

  @Option(
      names = {"-g", "--global"},
      paramLabel = "NAME=VALUE",
      description = "sets a global variable before the run; may be repeated")
  private List<String> globals = List.of();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "the backend; default: by the file's extension, python for -")
  private @Nullable String engine;

  @Mixin private InterpreterOption interpreter = new InterpreterOption();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "what the script may do: open, the default, or analysis, which only computes")
  private String policy = "open";

  @Option(
      names = "--isolate",
      description = {
        "runs the script in a process of its own; on Linux the kernel then enforces",
        "the policy (see doctor for what this one offers)"
      })
  private boolean isolated;

  @Option(
      names = "--debug",
      paramLabel = "PORT",
      description = "lets a debugger attach on this port of 127.0.0.1; 0 for any that is free")
  private @Nullable Integer debugPort;

  @Option(names = "--wait", description = "with --debug: begins when a debugger has attached")
  private boolean waitForDebugger;

  @Option(names = "--json", description = "prints the result or the error as one JSON object")
  private boolean json;

  @Option(names = "--print-result", description = "prints what the script ends with")
  private boolean printResult;

  @Option(names = "--stacktrace", description = "adds Java stack traces to errors")
  private boolean stackTraces;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Reporter reporter =
        json
            ? new JsonReporter(surroundings, stackTraces)
            : new TextReporter(surroundings, printResult, stackTraces);
    try {
      return new ScriptProgram(request(), surroundings, reporter).run();
    } catch (UsageException e) {
      reporter.problem(String.valueOf(e.getMessage()), e);
      return ExitCode.USAGE;
    }
  }

  private RunRequest request() {
    if (waitForDebugger && debugPort == null) {
      throw new UsageException("--wait goes with --debug PORT");
    }
    return new RunRequest(
        file,
        arguments,
        globals,
        engine,
        interpreter.python(),
        limits.limits(),
        policy(),
        isolated ? Isolation.PROCESS : Isolation.NONE,
        debugPort,
        waitForDebugger);
  }

  private Policy policy() {
    return switch (policy) {
      case "open" -> Policy.open();
      case "analysis" -> Policy.analysis();
      default -> throw new UsageException("--policy is open or analysis, not " + policy);
    };
  }
}
