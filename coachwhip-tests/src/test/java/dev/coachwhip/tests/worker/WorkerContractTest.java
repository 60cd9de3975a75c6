package dev.coachwhip.tests.worker;

import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.testkit.Dialect;
import dev.coachwhip.testkit.ScriptEngineContract;
import dev.coachwhip.tests.PythonDialect;
import dev.coachwhip.worker.WorkerPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** An engine in another process keeps the promises of every engine. */
@Tag("python")
@Tag("processes")
class WorkerContractTest extends ScriptEngineContract {

  private static WorkerPool pool;

  @BeforeAll
  static void startPool() {
    pool = WorkerPool.of(ScriptEngines.builder("python"), 2);
  }

  @AfterAll
  static void endPool() {
    pool.close();
  }

  @Override
  public String backend() {
    return "python";
  }

  @Override
  public Dialect dialect() {
    return new PythonDialect();
  }

  @Override
  public ScriptEngineBuilder builder() {
    return new PooledBuilder(pool, super.builder());
  }
}
