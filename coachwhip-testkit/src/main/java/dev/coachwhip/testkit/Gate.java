package dev.coachwhip.testkit;

import dev.coachwhip.ScriptEngine;
import java.util.concurrent.CountDownLatch;

/** A host function {@code gate()} that holds the script which calls it until the test opens it. */
final class Gate {

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  private Gate() {}

  static Gate in(ScriptEngine engine) {
    Gate gate = new Gate();
    engine.registerFunction(
        "gate",
        _ -> {
          gate.reached.countDown();
          gate.opened.await();
          return null;
        });
    return gate;
  }

  /** Waits until the script is inside. */
  void awaitReached() throws InterruptedException {
    reached.await();
  }

  void open() {
    opened.countDown();
  }

  /** Returns once a thread waits: for its turn, say. */
  static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
