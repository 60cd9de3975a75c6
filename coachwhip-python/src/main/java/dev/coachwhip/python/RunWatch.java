package dev.coachwhip.python;

import dev.coachwhip.spi.RunQueue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the runs of all engines: sees interrupts and wall time, and has stops raised, again
 * and again until the run has ended, so that code that swallows one gets the next. One daemon
 * thread, which is never attached, and sleeps while nothing runs.
 */
@SuppressWarnings("ReferenceEquality") // runs are told apart by identity
final class RunWatch {

  /** How often it looks. Python itself looks for a stop only after its switch interval. */
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** From when on a run counts as long. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Looks in vain before it sleeps, so that many short runs do not wake it each time. */
  private static final int PATIENCE = 200;

  private static final Set<Slot> SLOTS = ConcurrentHashMap.newKeySet();
  private static volatile boolean asleep;
  private static long lastLook = System.nanoTime();
  private static final Thread THREAD = new Thread(RunWatch::watch, "coachwhip-python-watch");

  static {
    THREAD.setDaemon(true);
    THREAD.start();
  }

  private RunWatch() {}

  /** Where an engine shows what it runs. */
  static final class Slot {

    private final RunQueue queue;
    private volatile @Nullable ActiveRun active;

    /** How long runs have been seen under way; written by the watch only. */
    private volatile long busyNanos;

    private @Nullable ActiveRun seen;
    private long seenNanos;

    private Slot(RunQueue queue) {
      this.queue = queue;
    }

    /** Does what is due for its run. The watching thread. */
    private void attendTo(ActiveRun run, long now, long sinceLastLook) {
      long before = busyNanos;
      busyNanos = before + sinceLastLook; // by this thread only
      if (seen != run) {
        seen = run;
        seenNanos = now;
      }
      RunMeter meter = run.meter();
      if (meter != null && meter.isLookDue(now)) {
        StopRaiser.hurry();
      }
      if (run.isStopping()) {
        StopRaiser.hurry();
        run.wakeIfDue();
        if (run.isStuck()) {
          StuckRun.report(run);
          queue.expelWaiting();
        }
      } else if (!WakeSignal.isPrepared() && now - seenNanos >= LONG_NANOS) {
        StopRaiser.hurry(); // prepares; once a C function keeps Python to itself it is too late
      }
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

    /** Returns what counts for the limits of the run, null for nothing. */
    @Nullable RunMeter meter() {
      ActiveRun run = active;
      return run == null ? null : run.meter();
    }

    /** Returns how long runs have been seen under way. */
    long busyNanos() {
      return busyNanos;
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

  /** Raises a stop that was just requested without waiting for the next look. */
  static void hurry() {
    StopRaiser.hurry();
    LockSupport.unpark(THREAD);
  }

  /** Returns the runs that are to be stopped. */
  static List<ActiveRun> stopping() {
    return SLOTS.stream()
        .map(Slot::active)
        .filter(run -> run != null && run.isStopping())
        .map(Objects::requireNonNull)
        .toList();
  }

  /** Returns what counts for the limits of the runs under way. */
  static List<RunMeter> meters() {
    return SLOTS.stream()
        .map(Slot::meter)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** Tells whether to raise a stop on the calling thread, of that ident, now. Attached. */
  static boolean takeStop(long ident) {
    for (Slot slot : SLOTS) {
      ActiveRun run = slot.active();
      if (run != null && run.isOn(ident) && run.takeStop()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a run on the calling thread, of that ident, must not go on by catching stops. */
  static boolean isToInsistOn(long ident) {
    for (Slot slot : SLOTS) {
      ActiveRun run = slot.active();
      if (run != null && run.isOn(ident) && run.insist()) {
        return true;
      }
    }
    return false;
  }

  private static void watch() {
    int inVain = 0;
    while (true) {
      boolean anything = look();
      inVain = anything ? 0 : inVain + 1;
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
    // What has begun while nobody looked counts for as long as between two looks.
    long sinceLastLook = asleep ? PERIOD_NANOS : now - lastLook;
    lastLook = now;
    for (Slot slot : SLOTS) {
      ActiveRun run = slot.active();
      if (run != null) {
        anything = true;
        run.look(now);
        slot.attendTo(run, now, sinceLastLook);
      }
    }
    return anything;
  }
}
