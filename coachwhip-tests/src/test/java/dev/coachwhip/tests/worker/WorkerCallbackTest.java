package dev.coachwhip.tests.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.tests.support.TestEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls from host to script to host and on: which thread does what. */
@Tag("python")
@Tag("processes")
@Timeout(60)
class WorkerCallbackTest {

  @Test
  void hostFunction_nestedBothWays_staysOnTheCallersThreadAndOneScriptThread() {
    try (TestEngine engine = IsolatedEngine.create()) {
      Set<Thread> hostThreads = ConcurrentHashMap.newKeySet();
      engine
          .engine()
          .registerFunction(
              "down",
              arguments -> {
                hostThreads.add(Thread.currentThread());
                long n = arguments.asLong(0);
                return n == 0 ? 0 : n + engine.engine().call("script_down", n - 1).asLong();
              });
      engine
          .engine()
          .executeScript(
              """
              import threading
              seen = set()
              def script_down(n):
                  seen.add(threading.get_ident())
                  return down(n)
              """);
      assertThat(engine.engine().call("script_down", 50).asLong()).isEqualTo(1275);
      assertThat(hostThreads).containsExactly(Thread.currentThread());
      assertThat(engine.run("len(seen)").asLong()).isEqualTo(1);
    }
  }

  @Test
  void hostFunction_ofScriptsOwnThreads_runSideBySide() {
    try (TestEngine engine = IsolatedEngine.create()) {
      List<Long> seen = Collections.synchronizedList(new ArrayList<>());
      engine.engine().registerFunction("see", arguments -> seen.add(arguments.asLong(0)));
      engine
          .engine()
          .executeScript(
              """
              import threading
              threads = [threading.Thread(target=see, args=(i,)) for i in range(20)]
              for t in threads: t.start()
              for t in threads: t.join()
              """);
      assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }
  }

  @Test
  void hostFunction_ofAScriptsOwnThread_mayCallBack() {
    try (TestEngine engine = IsolatedEngine.create()) {
      engine
          .engine()
          .registerFunction("back", _ -> engine.engine().executeScript("x + 1").asLong());
      engine
          .engine()
          .executeScript(
              """
              import threading
              x = 41
              found = []
              thread = threading.Thread(target=lambda: found.append(back()))
              thread.start()
              thread.join()
              """);
      assertThat(engine.run("found[0]").asLong()).isEqualTo(42);
    }
  }

  @Test
  void hostFunction_ofAnotherIsolatedEngine_callsThrough() {
    try (TestEngine first = IsolatedEngine.create();
        TestEngine second = IsolatedEngine.create()) {
      first.engine().registerFunction("ask", _ -> second.engine().executeScript("back() * 2"));
      second.engine().registerFunction("back", _ -> first.engine().executeScript("x"));
      assertThat(first.engine().executeScript("x = 21\nask()").asLong()).isEqualTo(42);
    }
  }

  @Test
  void awaitingScript_callsHostFunction_mayCallBack() {
    try (TestEngine engine = IsolatedEngine.create()) {
      engine.engine().registerFunction("back", _ -> engine.engine().getGlobal("x").asLong() + 1);
      assertThat(
              engine
                  .engine()
                  .executeScript(
                      ScriptSource.of(
                          """
                          import asyncio
                          x = 41
                          await asyncio.sleep(0)
                          back()
                          """))
                  .asLong())
          .isEqualTo(42);
    }
  }
}
