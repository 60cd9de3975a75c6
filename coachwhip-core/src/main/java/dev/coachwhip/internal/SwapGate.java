package dev.coachwhip.internal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets calls through, and keeps new ones waiting while one swap is under way. */
final class SwapGate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private int inside;
  private boolean shut;

  /**
   * Goes in, once the gate is open. Whoever went in must {@linkplain #leave leave}.
   *
   * @throws InterruptedException if interrupted while waiting
   */
  void enter() throws InterruptedException {
    lock.lock();
    try {
      awaitOpen();
      inside++;
    } finally {
      lock.unlock();
    }
  }

  /** Goes in though the gate may be shut: for calls that belong to one that is inside. */
  void enterShut() {
    lock.lock();
    try {
      inside++;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      inside--;
      if (inside == 0) {
        emptied.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shuts the gate and waits until nobody is inside. Whoever shut it must {@linkplain #open open}
   * it.
   *
   * @throws InterruptedException if interrupted while waiting; the gate is as before
   */
  void shut() throws InterruptedException {
    lock.lock();
    try {
      awaitOpen();
      shut = true;
      awaitEmpty();
    } finally {
      lock.unlock();
    }
  }

  void open() {
    lock.lock();
    try {
      shut = false;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitOpen() throws InterruptedException {
    while (shut) {
      opened.await();
    }
  }

  private void awaitEmpty() throws InterruptedException {
    try {
      while (inside > 0) {
        emptied.await();
      }
    } catch (InterruptedException e) {
      open();
      throw e;
    }
  }
}
