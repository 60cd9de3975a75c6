package dev.coachwhip.tests.worker;

import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.testkit.Dialect;
import dev.coachwhip.testkit.RhaiDialect;
import dev.coachwhip.testkit.ScriptEngineContract;
import dev.coachwhip.worker.WorkerPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** A Rhai engine in another process keeps the promises of every engine. */
@Tag("processes")
class RhaiWorkerContractTest extends ScriptEngineContract {

  private static WorkerPool pool;

  @BeforeAll
  static void startPool() {
    pool = WorkerPool.of(ScriptEngines.builder("rhai"), 2);
  }

  @AfterAll
  static void endPool() {
    pool.close();
  }

  @Override
  public String backend() {
    return "rhai";
  }

  @Override
  public Dialect dialect() {
    return new RhaiDialect();
  }

  @Override
  public ScriptEngineBuilder builder() {
    return new PooledBuilder(pool, super.builder());
  }
}
