package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;
import dev.coachwhip.tests.support.CallerThread;
import dev.coachwhip.tests.support.TestEngine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose policy holds: on threads of Java and of scripts, for engines side by side. */
@Tag("python")
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
@SuppressWarnings("StringConcatToTextBlock") // each line of values is one script
class ThreadsTest {

  private static final Policy NO_FILES = Policy.builder().denyFiles().build();

  private static final String TRY_TO_READ =
      """
      def attempt():
          try:
              open("/etc/passwd").close()
              return "read"
          except PermissionError as error:
              return error.refused
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import threading\nt = threading.Thread(target=go)\nt.start()\nt.join()",
        "import _thread\n_thread.start_new_thread(go, ())\ndone.wait()",
        "import threading\nt = threading.Timer(0, go)\nt.start()\nt.join()",
        "from concurrent.futures import ThreadPoolExecutor\n"
            + "with ThreadPoolExecutor() as pool: pool.submit(go).result()",
        "import _thread\nraw = _thread.start_new_thread.__closure__\n"
            + "raw = [c.cell_contents for c in raw if type(c.cell_contents) is type(len)][0]\n"
            + "raw(go, ())\ndone.wait()",
        "import coachwhip, _thread\ncoachwhip._thread_origin, kept = (lambda: None), "
            + "coachwhip._thread_origin\n_thread.start_new_thread(go, ())\ndone.wait()\n"
            + "coachwhip._thread_origin = kept",
        "import asyncio\nawait asyncio.to_thread(go)",
      })
  void threadOfAScript_isHeldToItsPolicy(String start) {
    try (PolicyEngine engine = new PolicyEngine(NO_FILES)) {
      engine.run(
          TRY_TO_READ
              + """
              import threading
              done = threading.Event()
              def go():
                  global found
                  found = attempt()
                  done.set()
              """);
      engine.run(start);
      assertThat(engine.run("found").asString()).isEqualTo("reading the file '/etc/passwd'");
    }
  }

  @Test
  void openEngineBesideAGuardedOne_isNotAffected() {
    try (PolicyEngine guarded = new PolicyEngine(Policy.analysis());
        TestEngine open = new TestEngine()) {
      assertThat(guarded.refused("import os")).isEqualTo("import of module 'os'");
      open.run(
          """
          import ctypes, os, socket, subprocess, threading
          open("/etc/passwd").read()
          subprocess.run(["true"], check=True)
          ctypes.CDLL(None)
          socket.socket().close()
          assert os.environ["PATH"]
          os.environ["COACHWHIP_TEST"] = "1"
          assert os.environ.pop("COACHWHIP_TEST") == "1"
          os.close(os.dup(0))
          """);
      open.run(
          TRY_TO_READ
              + """
              def go():
                  global found
                  found = attempt()
              t = threading.Thread(target=go)
              t.start()
              t.join()
              assert found == "read", found
              """);
    }
  }

  @Test
  void twoEngines_atTheSameTime_keepTheirOwnPolicies() throws Exception {
    Policy noProcesses = Policy.builder().deny(Operation.PROCESSES).build();
    CyclicBarrier barrier = new CyclicBarrier(2);
    try (PolicyEngine files = new PolicyEngine(NO_FILES);
        PolicyEngine processes = new PolicyEngine(noProcesses)) {
      files.engine().engine().registerFunction("meet", _ -> barrier.await(30, TimeUnit.SECONDS));
      processes
          .engine()
          .engine()
          .registerFunction("meet", _ -> barrier.await(30, TimeUnit.SECONDS));
      String script =
          TRY_TO_READ
              + """
              import os
              found = set()
              for i in range(50):
                  meet()
                  try:
                      os.kill(os.getpid(), 0)
                      killed = "sent"
                  except PermissionError:
                      killed = "not sent"
                  found.add(attempt() + ", " + killed)
              "; ".join(sorted(found))
              """;
      CompletableFuture<String> first =
          CompletableFuture.supplyAsync(() -> files.run(script).asString());
      assertThat(processes.run(script).asString()).isEqualTo("read, not sent");
      assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("reading the file '/etc/passwd', sent");
    }
  }

  @Test
  void guardedCode_calledByAnOpenEngine_keepsItsPolicy() {
    try (PolicyEngine guarded = new PolicyEngine(NO_FILES);
        TestEngine open = new TestEngine()) {
      guarded.run(TRY_TO_READ + "import coachwhip\ncoachwhip.left_behind = attempt");
      assertThat(open.run("import coachwhip\ncoachwhip.left_behind()").asString())
          .isEqualTo("reading the file '/etc/passwd'");
      open.run("del coachwhip.left_behind");
    }
  }

  @Test
  void finalizer_runByAnotherEngine_keepsItsPolicy() {
    try (PolicyEngine guarded = new PolicyEngine(NO_FILES);
        TestEngine open = new TestEngine()) {
      guarded.run(
          TRY_TO_READ
              + """
              import coachwhip
              coachwhip.seen = []
              class Left:
                  def __del__(self, seen=coachwhip.seen):
                      seen.append(attempt())
              left = Left()
              left.self = left
              del left
              """);
      assertThat(open.run("import coachwhip, gc\ngc.collect()\ncoachwhip.seen.pop()").asString())
          .isEqualTo("reading the file '/etc/passwd'");
    }
  }

  @Test
  void virtualThread_isHeldToThePolicy() {
    try (PolicyEngine guarded = new PolicyEngine(NO_FILES)) {
      guarded.run(TRY_TO_READ);
      assertThat(
              CallerThread.virtual(
                  () -> guarded.engine().engine().executeScript("attempt()").asString()))
          .isEqualTo("reading the file '/etc/passwd'");
    }
  }

  @Test
  void openEngineCalledByAHostFunction_isNotHeldToTheCallersPolicy() {
    try (PolicyEngine guarded = new PolicyEngine(NO_FILES);
        TestEngine open = new TestEngine()) {
      open.run(TRY_TO_READ);
      guarded.run(TRY_TO_READ);
      guarded.engine().engine().registerFunction("other", _ -> open.run("attempt()").asString());
      guarded
          .engine()
          .engine()
          .registerFunction("nested", _ -> open.engine().executeScript("attempt()").asString());
      assertThat(guarded.run("(other(), nested(), attempt())").asList())
          .extracting(Object::toString)
          .containsExactly("read", "read", "reading the file '/etc/passwd'");
    }
  }
}
