package dev.coachwhip.cli;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.cli.run.SizeText;
import dev.coachwhip.cli.run.TimeoutText;
import dev.coachwhip.cli.run.UsageException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run may use. */
final class LimitOptions {

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "stops the script after this time: 1.5, 500ms, 2s, 1m")
  private @Nullable String timeout;

  @Option(
      names = "--max-operations",
      paramLabel = "COUNT",
      description = "stops the script after so many lines, jumps back and calls")
  private long operations;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE",
      description = "stops the script when it has taken so much memory: 500000, 64k, 200M, 1.5G")
  private @Nullable String memory;

  @Option(
      names = "--max-depth",
      paramLabel = "COUNT",
      description = "stops the script when its calls nest deeper")
  private int depth;

  @Option(
      names = "--max-output",
      paramLabel = "SIZE",
      description = "stops the script when it has printed so much: 500000, 64k, 200M")
  private @Nullable String output;

  /**
   * Returns the limits.
   *
   * @throws UsageException if one is malformed or negative
   */
  ScriptLimits limits() {
    try {
      return new ScriptLimits(
          timeout == null ? Duration.ZERO : TimeoutText.parse(timeout),
          operations,
          memory == null ? 0 : SizeText.parse(memory),
          depth,
          output == null ? 0 : SizeText.parse(output));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
