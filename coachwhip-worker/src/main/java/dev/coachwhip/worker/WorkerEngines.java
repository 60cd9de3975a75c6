package dev.coachwhip.worker;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.IsolatedEngines;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.worker.host.WorkerEngine;
import dev.coachwhip.worker.host.WorkerSpec;
import dev.coachwhip.worker.host.Workers;

/** Makes engines in worker processes; found by {@link java.util.ServiceLoader}. */
public final class WorkerEngines implements IsolatedEngines {

  /** Made by {@link java.util.ServiceLoader}. */
  public WorkerEngines() {}

  @Override
  public ScriptEngine create(ScriptEngineProvider provider, EngineConfig config) {
    WorkerSpec spec = WorkerSpec.of(provider, config);
    return new WorkerEngine(spec, Workers.startedWhenNeeded());
  }
}
