package dev.coachwhip.rhai;

import dev.coachwhip.spi.RunQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the runs of all engines: sees that the thread of one was interrupted, or that its
 * time is over. One daemon thread, which sleeps while nothing runs.
 */
final class RunWatch {

  /** How often it looks: an interrupt is seen that late at most. */
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** Looks in vain before it sleeps, so that many short runs do not wake it each time. */
  private static final int PATIENCE = 500;

  private static final Set<Slot> SLOTS = ConcurrentHashMap.newKeySet();
  private static final Thread THREAD = new Thread(RunWatch::watch, "coachwhip-rhai-watch");
  private static volatile boolean asleep;

  static {
    THREAD.setDaemon(true);
    THREAD.start();
  }

  private RunWatch() {}

  /** Where an engine shows what it runs. */
  static final class Slot {

    private final RunQueue queue;
    private volatile @Nullable ActiveRun active;

    private Slot(RunQueue queue) {
      this.queue = queue;
    }

    /** Shows a run. */
    void begin(ActiveRun run) {
      active = run;
      if (asleep) {
        LockSupport.unpark(THREAD);
      }
    }

    /** Shows that nothing runs. */
    void end() {
      active = null;
    }

    /** Returns what runs. */
    @Nullable ActiveRun active() {
      return active;
    }
  }

  /**
   * Watches an engine until {@link #forget}.
   *
   * @param queue of its calls; they are not left waiting for a run that is stuck
   */
  static Slot watched(RunQueue queue) {
    Slot slot = new Slot(queue);
    SLOTS.add(slot);
    return slot;
  }

  static void forget(Slot slot) {
    SLOTS.remove(slot);
  }

  private static void watch() {
    int inVain = 0;
    while (true) {
      inVain = look() ? 0 : inVain + 1;
      if (inVain < PATIENCE) {
        LockSupport.parkNanos(PERIOD_NANOS);
        continue;
      }
      asleep = true;
      if (!look()) { // a run that began before it saw us asleep
        LockSupport.park();
      }
      asleep = false;
      inVain = 0;
    }
  }

  private static boolean look() {
    boolean anything = false;
    long now = System.nanoTime();
    for (Slot slot : SLOTS) {
      ActiveRun run = slot.active;
      if (run != null) {
        anything = true;
        run.look(now);
        if (run.isStuck()) {
          slot.queue.expelWaiting();
        }
      }
    }
    return anything;
  }
}
