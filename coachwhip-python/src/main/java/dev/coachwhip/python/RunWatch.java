package dev.coachwhip.python;

import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.JavaErrors;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the runs of all engines: sees interrupts and wall time, and raises stops, again and
 * again until the run has ended, so that code that swallows one gets the next. One daemon thread,
 * which sleeps while nothing runs.
 */
final class RunWatch {

  /** How often it looks. Python itself looks for a stop only after its switch interval. */
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Looks in vain before it sleeps, so that many short runs do not wake it each time. */
  private static final int PATIENCE = 200;

  private static final Set<Slot> SLOTS = ConcurrentHashMap.newKeySet();
  private static volatile boolean asleep;
  private static final Thread THREAD = new Thread(RunWatch::watch, "coachwhip-python-watch");

  static {
    THREAD.setDaemon(true);
    THREAD.start();
  }

  private RunWatch() {}

  /** Where an engine shows what it runs. */
  static final class Slot {

    private volatile @Nullable ActiveRun active;

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

    /** Returns what runs. */
    @Nullable ActiveRun active() {
      return active;
    }
  }

  /** Watches an engine until {@link #forget}. */
  static Slot watched() {
    Slot slot = new Slot();
    SLOTS.add(slot);
    return slot;
  }

  static void forget(Slot slot) {
    SLOTS.remove(slot);
  }

  /** Raises a stop that was just requested without waiting for the next look. */
  static void hurry() {
    LockSupport.unpark(THREAD);
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
    for (Slot slot : SLOTS) {
      ActiveRun run = slot.active();
      if (run != null) {
        anything = true;
        run.look(now);
        RunMeter meter = run.meter();
        if (meter != null && meter.isLookDue(now)) {
          attached(meter::look);
        }
        if (run.stop() != null) {
          raise(run);
        }
      }
    }
    return anything;
  }

  private static void raise(ActiveRun run) {
    attached(attachment -> {
      DebugServer.letGo(run.ident(), attachment);
      run.raise(JavaErrors.cancelledClass());
    });
  }

  private static void attached(Consumer<Attachment> work) {
    Attachment attachment = Attachment.ofCurrentThread();
    attachment.attach();
    try {
      work.accept(attachment);
    } finally {
      attachment.detach();
    }
  }
}
