package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.ScriptException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threads that come and go leave nothing behind in Python (E7). */
@Tag("python")
class ThreadChurnTest {

  private static final int AT_A_TIME = 20;

  // Python's own list of thread states, through its C API.
  private static final String COUNT_THREAD_STATES =
      """
      import ctypes
      api = ctypes.pythonapi
      for name in ("PyInterpreterState_Main", "PyInterpreterState_ThreadHead", "PyThreadState_Next"):
          getattr(api, name).restype = ctypes.c_void_p
      api.PyInterpreterState_ThreadHead.argtypes = api.PyThreadState_Next.argtypes = [ctypes.c_void_p]

      def count_thread_states():
          count = 0
          state = api.PyInterpreterState_ThreadHead(api.PyInterpreterState_Main())
          while state:
              count += 1
              state = api.PyThreadState_Next(state)
          return count
      """;

  private final ScriptEngine engine = ScriptEngines.create("python");

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void platformThreads_thousands_leaveNoThreadStates() throws InterruptedException {
    engine.executeScript(COUNT_THREAD_STATES);
    churn(200, Thread.ofPlatform());
    long before = countThreadStates();
    churn(3000, Thread.ofPlatform());
    assertThat(countThreadStates()).isLessThanOrEqualTo(before + AT_A_TIME);
  }

  @Test
  void threadsWithSmallStacks_thousands_leaveNoThreadStates() throws InterruptedException {
    engine.executeScript(COUNT_THREAD_STATES);
    long before = countThreadStates();
    for (int i = 0; i < 1000; i++) {
      Thread thread = new Thread(null, this::use, "small", 256 << 10);
      thread.start();
      thread.join();
    }
    assertThat(countThreadStates()).isLessThanOrEqualTo(before + AT_A_TIME);
  }

  @Test
  void virtualThreads_thousands_leaveNoThreadStates() throws InterruptedException {
    engine.executeScript(COUNT_THREAD_STATES);
    long before = countThreadStates();
    churn(3000, Thread.ofVirtual());
    assertThat(countThreadStates()).isLessThanOrEqualTo(before + AT_A_TIME);
  }

  @Test
  void threadsOfScripts_thousands_leaveNoThreadStates() {
    engine.executeScript(COUNT_THREAD_STATES);
    engine.registerFunction("host", _ -> engine.backendName());
    long before = countThreadStates();
    engine.executeScript(
        """
        import threading
        for _ in range(1000):
            t = threading.Thread(target=host)
            t.start()
            t.join()
        """);
    assertThat(countThreadStates()).isLessThanOrEqualTo(before + AT_A_TIME);
  }

  @Test
  void threadLocals_ofDeadThreads_areReleased() throws InterruptedException {
    engine.executeScript(
        """
        import gc
        import threading
        import weakref
        class Kept:
            pass
        local = threading.local()
        alive = weakref.WeakSet()
        def keep():
            local.kept = Kept()
            alive.add(local.kept)
        def count_alive():
            gc.collect()
            return len(alive)
        """);
    for (int i = 0; i < 300; i++) {
      Thread thread =
          new Thread(
              null,
              () -> engine.call("keep"),
              "keeper",
              80L << 20); // runs scripts itself in every version
      thread.start();
      thread.join();
    }
    Thread last = new Thread(() -> engine.call("count_alive"));
    last.start();
    last.join();
    assertThat(engine.call("count_alive").asLong()).isLessThanOrEqualTo(2);
  }

  private long countThreadStates() {
    return engine.call("count_thread_states").asLong();
  }

  private void churn(int count, Thread.Builder builder) throws InterruptedException {
    List<Thread> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batch.add(builder.start(this::use));
      if (batch.size() == AT_A_TIME) {
        for (Thread thread : batch) {
          thread.join();
        }
        batch.clear();
      }
    }
  }

  private void use() {
    try {
      engine.executeScript("1 + 1");
      engine.setGlobal("x", 1);
      engine.executeScript("1 / 0");
    } catch (ScriptException e) {
      // The last one; an error's traceback holds frames.
    }
  }
}
