package dev.coachwhip.tests.stress;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.python.interp.HandleTable;
import dev.coachwhip.tests.support.Collected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Engines that come and go leave nothing behind (E8, E10). */
@Tag("python")
class EngineChurnTest {

  private static final int ENGINES = 2000;

  private final ScriptEngine observer = ScriptEngines.create("python");

  @AfterEach
  void close() {
    observer.close();
  }

  /** Returns how many engines' objects Python still has. */
  private int engineObjects() {
    String count =
        "import gc\ngc.collect()\nsum(type(o).__name__ == '_Engine' for o in gc.get_objects())";
    return Math.toIntExact(observer.executeScript(count).asLong());
  }

  @Test
  void engines_madeAndClosed_leaveNothing() {
    int before = engineObjects();
    int handles = HandleTable.size();
    for (int i = 0; i < ENGINES; i++) {
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.registerFunction("f", a -> a.get(0));
        engine.executeScript("def g(x): return f(x)\ng([1, g])");
        engine.start(ScriptSource.of("x = g(5)")).join();
      }
    }
    Collected.untilAtMost(this::engineObjects, before);
    Collected.untilAtMost(HandleTable::size, handles);
  }

  @Test
  void engines_neverClosed_areReleasedWhenForgotten() {
    int before = engineObjects();
    for (int i = 0; i < 100; i++) {
      ScriptEngines.create("python").executeScript("x = 1");
    }
    Collected.untilAtMost(this::engineObjects, before);
  }

  @Test
  void serviceThreads_ofClosedEngines_end() {
    int before = serviceThreads();
    for (int i = 0; i < 100; i++) {
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.start(ScriptSource.of("1")).join();
      }
    }
    Collected.untilAtMost(EngineChurnTest::serviceThreads, before + 5);
  }

  private static int serviceThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("coachwhip-python-"))
            .count();
  }

  @Test
  void globals_setAndCleared_leaveNothing() {
    int handles = HandleTable.size();
    for (int i = 0; i < 20_000; i++) {
      observer.registerFunction("f" + i % 100, a -> a.get(0));
      observer.setGlobal("x" + i, "text " + i);
      if (i % 1000 == 0) {
        observer.clearGlobals();
      }
    }
    observer.clearGlobals();
    Collected.untilAtMost(HandleTable::size, handles);
  }
}
