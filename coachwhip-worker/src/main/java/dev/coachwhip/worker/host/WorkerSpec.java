package dev.coachwhip.worker.host;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.spi.ValuePrinter;
import dev.coachwhip.worker.protocol.EngineSettings;
import dev.coachwhip.worker.sandbox.SandboxPlan;
import dev.coachwhip.worker.sandbox.SystemPaths;
import dev.coachwhip.worker.sandbox.WorkerSandbox;
import java.util.Optional;

/**
 * What workers of one kind are made of.
 *
 * @param config what the builder was told
 * @param settings what the worker is told of it
 * @param capabilities what the backend's engines can do
 * @param printer prints the backend's values
 * @param code the code they need
 * @param optimizes whether the JVM's optimizing compiler is of use
 * @param sandbox what the kernel is to enforce
 * @param startCache what helps it to start
 */
public record WorkerSpec(
    EngineConfig config,
    EngineSettings settings,
    EngineCapabilities capabilities,
    ValuePrinter printer,
    ModulesAndJars code,
    boolean optimizes,
    WorkerSandbox sandbox,
    Optional<StartCache> startCache) {

  /**
   * Returns what workers for an engine are made of.
   *
   * @throws IllegalArgumentException if an option cannot be handed to another process; names it
   * @throws dev.coachwhip.error.BackendException if a sandbox is required that cannot be had
   */
  public static WorkerSpec of(ScriptEngineProvider provider, EngineConfig config) {
    EngineSettings settings =
        EngineSettings.of(provider.backendName(), config, provider.optionsForProcess(config));
    ModulesAndJars code = ModulesAndJars.of(provider);
    WorkerSandbox sandbox = sandbox(provider, config, code);
    return new WorkerSpec(
        config,
        settings,
        provider.capabilities(),
        provider.printer(),
        code,
        provider.compilesToBytecode(),
        sandbox,
        StartCache.of(provider.backendName(), code));
  }

  /** Returns the spec of a worker that records its start, for which it must be free. */
  WorkerSpec recordingTo(StartCache recording) {
    SandboxPlan open = SandboxPlan.of(Policy.open(), ScriptLimits.none());
    return new WorkerSpec(
        config,
        settings,
        capabilities,
        printer,
        code,
        optimizes,
        WorkerSandbox.of(backend(), Sandbox.OFF, open),
        Optional.of(recording));
  }

  private static WorkerSandbox sandbox(
      ScriptEngineProvider provider, EngineConfig config, ModulesAndJars code) {
    SandboxPlan plan = SandboxPlan.of(config.policy(), config.limits());
    if (plan.restrictsFiles() && config.sandbox() != Sandbox.OFF) {
      plan =
          plan.alsoReading(SystemPaths.readable())
              .alsoReading(code.files())
              .alsoReading(provider.filesForProcess(config));
    }
    return WorkerSandbox.of(provider.backendName(), config.sandbox(), plan);
  }

  /** Returns the backend's name. */
  String backend() {
    return settings.backend();
  }
}
