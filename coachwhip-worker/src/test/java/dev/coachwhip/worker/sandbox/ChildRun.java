package dev.coachwhip.worker.sandbox;

import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@link ConfinedChild} under a plan. */
final class ChildRun {

  private ChildRun() {}

  static SandboxPlan plan(Policy policy) {
    return SandboxPlan.of(policy, ScriptLimits.none()).alsoReading(SystemPaths.readable());
  }

  static WorkerSandbox sandbox(SandboxPlan plan) {
    return WorkerSandbox.of("test", Sandbox.REQUIRED, plan);
  }

  static Process start(WorkerSandbox sandbox, Path folder, String... attempts) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ConfinedChild.class.getName(),
                sandbox.lockdown().map(LockdownOrder::toText).orElse("")));
    command.addAll(List.of(attempts));
    return sandbox.start(new ProcessBuilder(command).directory(folder.toFile()));
  }

  /** Returns what a child printed until its end. */
  static List<String> output(Process child) throws IOException {
    try (InputStream in = child.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static List<String> run(SandboxPlan plan, Path folder, String... attempts) throws IOException {
    return output(start(sandbox(plan), folder, attempts));
  }
}
