package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.tests.control.BlockedScript;
import dev.coachwhip.tests.control.RunningScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The main class of a child JVM: cancels scripts of every kind in turn, and fails if more is held
 * at the end than after the first rounds. Argument: how many cancels.
 */
final class CancelSoak {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int FIRST_ROUNDS = 2;

  private final ScriptEngine engine;
  private final List<ScriptSource> scripts = new ArrayList<>();

  private CancelSoak(ScriptEngine engine) {
    this.engine = engine;
    // Not RUN_PROCESS: a stop in the midst of Popen() itself leaves the process to Python, which
    // looks after it when the next is started.
    for (BlockedScript script : EnumSet.complementOf(EnumSet.of(BlockedScript.RUN_PROCESS))) {
      scripts.add(ScriptSource.of(script.text()));
    }
    scripts.add(ScriptSource.of("running()\nwhile True: pass"));
    scripts.add(ScriptSource.of("running()\nwhile True:\n  try: 1 / 0\n  except Exception: pass"));
    scripts.add(ScriptSource.of("running()\nwait()"));
    scripts.add(ScriptSource.of("running()\nnested()"));
    scripts.add(ScriptSource.of("import asyncio\nrunning()\nawait asyncio.sleep(1000)"));
    scripts.add(
        ScriptSource.of("import time\nasync def f(): time.sleep(1000)\nrunning()\nawait f()"));
    CountDownLatch never = new CountDownLatch(1);
    engine.registerFunction(
        "wait",
        _ -> {
          never.await();
          return null;
        });
    engine.registerFunction("nested", _ -> engine.executeScript("import time\ntime.sleep(1000)"));
  }

  public static void main(String[] args) {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      SoakReading.prepare(engine);
      new CancelSoak(engine).run(Long.parseLong(args[0]));
    }
  }

  private void run(long count) {
    long done = cancel(0, (long) FIRST_ROUNDS * scripts.size());
    SoakReading before = SoakReading.settled(engine);
    ProcessReading outside = ProcessReading.now();
    System.out.println(done + " cancels: " + before + ", " + outside);
    done = cancel(done, done + count);
    SoakReading after = SoakReading.settledTo(before, engine);
    ProcessReading outsideAfter = ProcessReading.settledTo(outside);
    System.out.println(done + " cancels: " + after + ", " + outsideAfter);
    after.checkNoMoreThan(before);
    outsideAfter.checkNoMoreThan(outside);
  }

  /** Goes on from one number of cancels to another, in whole rounds. */
  private long cancel(long from, long to) {
    long done = from;
    while (done < to) {
      scripts.forEach(this::cancel);
      done += scripts.size();
    }
    return done;
  }

  private void cancel(ScriptSource script) {
    RunningScript running = new RunningScript(engine);
    ScriptRun run = engine.start(script);
    running.await();
    assertThat(run.cancel(LONG)).as(script.text()).isEqualTo(CancelOutcome.STOPPED);
  }
}
