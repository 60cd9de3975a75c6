package dev.coachwhip.tests.support;

import java.util.concurrent.CountDownLatch;

/** Waiting that a cancel cannot end. */
public final class Latches {

  private Latches() {}

  /** Returns whether there was an interrupt meanwhile, as a cancel may send one. */
  public static boolean awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
