package dev.coachwhip.worker.host;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.worker.protocol.EngineSettings;

/**
 * What workers of one kind are made of.
 *
 * @param config what the builder was told
 * @param settings what the worker is told of it
 * @param capabilities what the backend's engines can do
 * @param code the code they need
 */
public record WorkerSpec(
    EngineConfig config,
    EngineSettings settings,
    EngineCapabilities capabilities,
    ModulesAndJars code) {

  /**
   * Returns what workers for an engine are made of.
   *
   * @throws IllegalArgumentException if an option cannot be handed to another process; names it
   */
  public static WorkerSpec of(ScriptEngineProvider provider, EngineConfig config) {
    EngineSettings settings =
        EngineSettings.of(provider.backendName(), config, provider.optionsForProcess(config));
    return new WorkerSpec(config, settings, provider.capabilities(), ModulesAndJars.of(provider));
  }

  /** Returns the backend's name. */
  String backend() {
    return settings.backend();
  }
}
