package dev.coachwhip.worker;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.IsolatedEngines;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.worker.host.WarmWorkers;
import dev.coachwhip.worker.host.WorkerEngine;
import dev.coachwhip.worker.host.WorkerSpec;
import dev.coachwhip.worker.host.Workers;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes engines in worker processes; found by {@link java.util.ServiceLoader}.
 *
 * <p>Option of the builder, beside the backend's: {@code "warmWorkers"} (Integer): how many spare
 * processes are kept started, so that the engine goes on at once after a crash or a cancel that
 * ended its process; default 0.
 */
public final class WorkerEngines implements IsolatedEngines {

  private static final String WARM = "warmWorkers";

  /** Made by {@link java.util.ServiceLoader}. */
  public WorkerEngines() {}

  @Override
  public Map<String, Class<?>> options() {
    return Map.of(WARM, Integer.class);
  }

  @Override
  public ScriptEngine create(ScriptEngineProvider provider, EngineConfig config) {
    int warm = config.option(WARM, Integer.class).orElse(0);
    if (warm < 0) {
      throw new IllegalArgumentException("the option '%s' is below 0: %d".formatted(WARM, warm));
    }
    WorkerSpec spec = WorkerSpec.of(provider, withoutOwn(config));
    return new WorkerEngine(
        spec, warm == 0 ? Workers.startedWhenNeeded() : new WarmWorkers(spec, warm));
  }

  private static EngineConfig withoutOwn(EngineConfig config) {
    Map<String, Object> options = new HashMap<>(config.options());
    options.remove(WARM);
    return new EngineConfig(
        config.output(),
        config.errorOutput(),
        config.limits(),
        config.policy(),
        config.isolation(),
        config.sandbox(),
        config.whenStuck(),
        config.mappings(),
        options);
  }
}
