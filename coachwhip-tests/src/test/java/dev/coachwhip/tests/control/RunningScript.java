package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a test wait until a script has begun: the script calls {@code running()}. */
public final class RunningScript {

  private final CountDownLatch begun = new CountDownLatch(1);

  /** Registers the function. */
  public RunningScript(ScriptEngine engine) {
    engine.registerFunction(
        "running",
        _ -> {
          begun.countDown();
          return null;
        });
  }

  /** Waits until the script has called it. */
  public void await() {
    try {
      assertThat(begun.await(30, TimeUnit.SECONDS)).as("the script has begun").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
