package dev.coachwhip.tests.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.tests.support.TestEngine;
import dev.coachwhip.worker.WorkerPool;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that are started before they are needed. */
@Tag("python")
@Tag("processes")
@Timeout(60)
class WorkerPoolTest {

  private static Set<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  private static long pid(ScriptEngine engine) {
    return engine.executeScript("import os; os.getpid()").asLong();
  }

  @Test
  void engine_ofPool_hasAProcessThatNoneHasUsed() {
    Set<Long> before = children();
    try (WorkerPool pool = WorkerPool.of(ScriptEngines.builder("python"), 2)) {
      pool.await();
      Set<Long> ready = children();
      long first;
      try (ScriptEngine engine = pool.engine()) {
        first = pid(engine);
        assertThat(ready).contains(first);
        engine.executeScript("left = 1");
      }
      try (ScriptEngine engine = pool.engine()) {
        assertThat(pid(engine)).isNotEqualTo(first);
        assertThat(engine.globalNames()).containsExactly("os");
      }
    }
    assertThat(children()).isSubsetOf(before);
  }

  @Test
  void warmWorkers_processDies_aSpareTakesItsPlace() {
    Set<Long> before = children();
    try (TestEngine engine = new TestEngine(IsolatedEngine.builder().option("warmWorkers", 1))) {
      engine.engine().setGlobal("x", 42);
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> engine.run("import os; os._exit(1)"));
      assertThat(engine.run("x").asLong()).isEqualTo(42);
    }
    assertThat(children()).isSubsetOf(before);
  }

  @Test
  void of_nothingToKeep_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkerPool.of(ScriptEngines.builder("python"), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolatedEngine.builder().option("warmWorkers", -1).build())
        .withMessageContaining("warmWorkers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptEngines.builder("python").option("warmWorkers", 1).build())
        .withMessageContaining("warmWorkers");
  }
}
