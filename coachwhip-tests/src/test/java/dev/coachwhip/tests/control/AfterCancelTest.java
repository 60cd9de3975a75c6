package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of a stop is left to what comes after it. */
@Tag("python")
@Timeout(60)
class AfterCancelTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  private void cancelOneThatWaits() {
    RunningScript running = new RunningScript(python.engine());
    ScriptRun run =
        python
            .engine()
            .start(
                ScriptSource.of(
                    "import threading\nlock = threading.Lock()\nlock.acquire()\nrunning()\nlock.acquire()"));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
  }

  @Test
  void nextRun_waitsInC_waitsToTheEnd() {
    String text =
        """
        import os, select, socket, threading, time
        begin = time.monotonic()
        time.sleep(0.05)
        lock = threading.Lock()
        lock.acquire()
        got = lock.acquire(timeout=0.05)
        a, b = socket.socketpair()
        ready = select.select([a], [], [], 0.05)[0]
        a.settimeout(0.05)
        try:
            a.recv(1)
        except TimeoutError:
            pass
        threading.Timer(0.05, b.send, [b'x']).start()
        a.settimeout(10)
        received = a.recv(1)
        a.close()
        b.close()
        not got and not ready and received == b'x' and time.monotonic() - begin >= 0.249
        """;
    for (int i = 0; i < 3; i++) {
      cancelOneThatWaits();
      assertThat(python.engine().start(ScriptSource.of(text)).join().asBoolean()).isTrue();
      assertThat(python.run(text).asBoolean()).isTrue();
    }
  }

  @Test
  void mainThread_isWhatItWas() {
    String text =
        """
        import signal, threading
        try:
            signal.signal(signal.SIGUSR1, signal.SIG_DFL)
            refused = False
        except ValueError:
            refused = True
        refused and threading.current_thread() is not threading.main_thread()
        """;
    cancelOneThatWaits();
    assertThat(python.engine().start(ScriptSource.of(text)).join().asBoolean()).isTrue();
    assertThat(python.run(text).asBoolean()).isTrue();
    try (TestEngine other = new TestEngine()) {
      assertThat(other.run(text).asBoolean()).isTrue();
    }
  }

  @Test
  void loops_areNotSlower() {
    String text =
        """
        import time
        def once():
            begin = time.perf_counter()
            for i in range(50_000):
                pass
            return time.perf_counter() - begin
        min(once() for _ in range(40))
        """;
    double before = python.engine().start(ScriptSource.of(text)).join().asDouble();
    for (int i = 0; i < 5; i++) {
      cancelOneThatWaits();
    }
    assertThat(python.engine().start(ScriptSource.of(text)).join().asDouble())
        .isLessThan(2 * before);
  }

  @Test
  void cancel_mixedScriptsAtRandomMoments_neverReachesTheNextRun() {
    List<String> scripts =
        List.of(
            "import time\nfor _ in range(3): time.sleep(0.0005)\n42",
            "import queue\nq = queue.Queue()\ntry: q.get(timeout=0.001)\nexcept queue.Empty: pass\n42",
            "import threading\nl = threading.Lock()\nl.acquire()\nl.acquire(timeout=0.001)\n42",
            "import select\nselect.select([], [], [], 0.001)\n42",
            "import threading\nt = threading.Thread(target=sum, args=(range(5000),))\nt.start()\nt.join()\n42",
            "import os\nr, w = os.pipe()\nos.write(w, b'x')\nos.read(r, 1)\nos.close(r)\nos.close(w)\n42",
            "for i in range(20000): pass\n42",
            "pause()\n42",
            "nested()\n42");
    python.engine().registerFunction("pause", _ -> sleep());
    python
        .engine()
        .registerFunction(
            "nested", _ -> python.engine().executeScript("import time\ntime.sleep(0.001)"));
    Random random = new Random(11);
    int stopped = 0;
    for (int i = 0; i < 400; i++) {
      String text = scripts.get(random.nextInt(scripts.size()));
      ScriptRun run = python.engine().start(ScriptSource.of(text));
      LockSupport.parkNanos(random.nextInt(2_000_000)); // what varies here; nothing waits for it
      CancelOutcome outcome = run.cancel(LONG);
      assertThat(outcome).isNotEqualTo(CancelOutcome.STILL_RUNNING);
      if (outcome == CancelOutcome.STOPPED) {
        stopped++;
        assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      } else {
        assertThat(run.join().asLong()).isEqualTo(42);
      }
      String next = scripts.get(random.nextInt(scripts.size()));
      assertThat(python.engine().start(ScriptSource.of(next)).join().asLong()).isEqualTo(42);
    }
    assertThat(stopped).isBetween(1, 400);
  }

  private static boolean sleep() throws InterruptedException {
    Thread.sleep(1);
    return true;
  }
}
