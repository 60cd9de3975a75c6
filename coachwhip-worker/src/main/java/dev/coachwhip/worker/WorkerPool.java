package dev.coachwhip.worker;

import dev.coachwhip.Isolation;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.worker.host.WarmWorkers;
import dev.coachwhip.worker.host.WorkerEngine;
import dev.coachwhip.worker.host.WorkerSpec;
import dev.coachwhip.worker.host.Workers;

/**
 * Worker processes that are started before they are needed, so that an engine in a process of its
 * own is there at once. Each engine gets a process that none has used, and ends it when it is
 * closed; the pool then starts another.
 *
 * <pre>{@code
 * try (WorkerPool pool = WorkerPool.of(ScriptEngines.builder("python"), 2);
 *     ScriptEngine engine = pool.engine()) {
 *   engine.executeScript("6 * 7");
 * }
 * }</pre>
 *
 * <p>Any thread.
 */
public final class WorkerPool implements AutoCloseable {

  private final WorkerSpec spec;
  private final WarmWorkers workers;

  private WorkerPool(WorkerSpec spec, int size) {
    this.spec = spec;
    this.workers = new WarmWorkers(spec, size);
  }

  /**
   * Makes a pool and begins to start its processes.
   *
   * @param builder says what all its engines are like; {@link Isolation#PROCESS} is set in it
   * @param size how many processes wait for an engine
   * @throws IllegalArgumentException if the size is below 1, or as {@link
   *     ScriptEngineBuilder#build}
   * @throws dev.coachwhip.error.BackendException if the backend cannot start in a process
   */
  public static WorkerPool of(ScriptEngineBuilder builder, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a pool of " + size + " processes");
    }
    try (ScriptEngine first = builder.isolation(Isolation.PROCESS).build()) {
      if (!(first instanceof WorkerEngine engine)) {
        throw new IllegalArgumentException("the builder makes no engines in worker processes");
      }
      WorkerPool pool = new WorkerPool(engine.spec(), size);
      pool.workers.fill();
      return pool;
    }
  }

  /**
   * Waits until all processes that are being started are ready.
   *
   * @throws dev.coachwhip.error.BackendException if one cannot start
   */
  public void await() {
    workers.await();
  }

  /**
   * Makes an engine on a process that is ready, or starts one if none is. The caller closes it,
   * before or after the pool.
   *
   * @throws dev.coachwhip.error.BackendException if none can start
   */
  public ScriptEngine engine() {
    return new WorkerEngine(spec, Workers.takenFrom(workers));
  }

  /** Ends the processes that no engine has taken. */
  @Override
  public void close() {
    workers.close();
  }
}
