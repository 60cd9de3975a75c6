package dev.coachwhip.cli.run;

import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.ScriptLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run as asked for on the command line, nothing checked yet.
 *
 * @param file the script's path, or {@link Scripts#STANDARD_INPUT}
 * @param arguments of the script
 * @param globals assignments as written
 * @param backend the backend asked for; null to go by the file's extension
 * @param python the interpreter asked for; null for the usual search
 * @param limits of the run
 * @param policy what the script may do
 * @param isolation where the script runs
 * @param debugPort where a debugger may attach, 0 for any free port; null for no debugging
 * @param waitForDebugger whether the script begins only when one has attached
 */
public record RunRequest(
    String file,
    List<String> arguments,
    List<String> globals,
    @Nullable String backend,
    @Nullable String python,
    ScriptLimits limits,
    Policy policy,
    Isolation isolation,
    @Nullable Integer debugPort,
    boolean waitForDebugger) {}
