package dev.coachwhip.python;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.JavaErrors;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one run has used of the limits that are counted: by all its threads, while attached. Who
 * counts beyond a limit requests the stop that names it.
 */
final class RunMeter {

  /** How often memory is measured. */
  private static final long MEMORY_PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** How often it is checked that code is still counted. */
  private static final long CODE_PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ActiveRun run;
  private final boolean countsCode;
  private final long maxOperations;
  private final int maxCallDepth;
  private final long maxOutputBytes;
  private final long maxMemoryBytes;
  private final Set<ThreadMeter> threads = ConcurrentHashMap.newKeySet();
  private @Nullable TracedMemory memory;
  private long operations;
  private long outputBytes;
  private boolean outputRaised;

  /** Whether the run's thread is traced only so that the script cannot go on. */
  private boolean insists;

  private volatile boolean beyond;
  private long lastLook = System.nanoTime();
  private volatile boolean lookDue;
  private volatile boolean ended;

  RunMeter(ActiveRun run, ScriptLimits limits) {
    this.run = run;
    countsCode = countsCode(limits);
    maxOperations = limits.maxOperations() == 0 ? Long.MAX_VALUE : limits.maxOperations();
    maxCallDepth = limits.maxCallDepth() == 0 ? Integer.MAX_VALUE : limits.maxCallDepth();
    maxOutputBytes = limits.maxOutputBytes() == 0 ? Long.MAX_VALUE : limits.maxOutputBytes();
    maxMemoryBytes = limits.maxMemoryBytes() == 0 ? Long.MAX_VALUE : limits.maxMemoryBytes();
  }

  /** Tells whether operations or calls have a limit. */
  static boolean countsCode(ScriptLimits limits) {
    return limits.maxOperations() != 0 || limits.maxCallDepth() != 0;
  }

  /** Tells whether operations or calls have a limit. */
  boolean countsCode() {
    return countsCode;
  }

  /** Begins on the run's thread. */
  void begin(Attachment attachment) {
    if (maxMemoryBytes != Long.MAX_VALUE) {
      memory = TracedMemory.begin(attachment);
    }
    if (countsCode) {
      OwnCode.learn(attachment);
      ThreadMeter.enter(this, true, attachment);
    }
  }

  /** Ends on the run's thread. */
  void end(Attachment attachment) {
    if (countsCode) {
      lookAtCode(attachment);
      ThreadMeter.leave();
    } else if (insists) {
      ThreadMeter.leave();
    }
    TracedMemory measured = memory;
    if (measured != null) {
      lookAtMemory(measured, attachment);
      memory = null;
      measured.end();
    }
    ended = true;
  }

  /** Takes note of a thread that counts for this run. */
  void joinedBy(ThreadMeter thread) {
    threads.add(thread);
  }

  /** Forgets a thread. */
  void leftBy(ThreadMeter thread) {
    threads.remove(thread);
  }

  /** Counts a line, a jump back within a line, or a call. */
  void countOperation() {
    if (++operations > maxOperations) {
      exceed(ActiveRun.Stop.OPERATIONS);
    }
  }

  /** Takes note of how deeply calls are nested. */
  void checkDepth(int depth) {
    if (depth > maxCallDepth) {
      exceed(ActiveRun.Stop.CALL_DEPTH);
    }
  }

  private void exceed(ActiveRun.Stop limit) {
    beyond = true;
    run.requestStop(limit);
  }

  /** Raises the stop as a cancel does, if this is the run's thread; returns whether it is. */
  boolean raise(long ident) {
    boolean here = run.isOn(ident);
    if (here) {
      run.raise(JavaErrors.cancelledClass());
    }
    return here;
  }

  /** Tells whether the run is to end because of a limit that is counted. */
  boolean isBeyondLimit() {
    return beyond;
  }

  /**
   * Counts output.
   *
   * @return how many of the bytes still fit
   */
  int countOutput(int bytes) {
    long before = outputBytes;
    outputBytes += bytes;
    if (outputBytes <= maxOutputBytes) {
      return bytes;
    }
    exceed(ActiveRun.Stop.OUTPUT);
    return (int) Math.max(0, maxOutputBytes - before);
  }

  /** Tells, once and while the script runs, that a write beyond the limit is to raise the stop. */
  boolean mayRaiseForOutput(Attachment attachment) {
    boolean now = !outputRaised && !ended;
    outputRaised = true;
    if (now && !countsCode && run.isOn(attachment.ident())) {
      insists = true;
      ThreadMeter.enter(this, true, attachment);
    }
    return now;
  }

  /** Tells whether the run is over; threads that it has left behind count no more. */
  boolean hasEnded() {
    return ended;
  }

  /** Tells whether it is time for {@link #lookIfDue}; called by the watch only. */
  boolean isLookDue(long now) {
    boolean measures = maxMemoryBytes != Long.MAX_VALUE;
    boolean due =
        (measures && now - lastLook >= MEMORY_PERIOD_NANOS)
            || (countsCode && now - lastLook >= CODE_PERIOD_NANOS);
    if (due) {
      lastLook = now;
      lookDue = true;
    }
    return due;
  }

  /** Measures, and checks that what counts still counts, if it is time; attached. */
  void lookIfDue(Attachment attachment) {
    if (ended || !lookDue) {
      return;
    }
    lookDue = false;
    TracedMemory measured = memory;
    if (measured != null) {
      lookAtMemory(measured, attachment);
    }
    if (countsCode) {
      lookAtCode(attachment);
    }
  }

  private void lookAtMemory(TracedMemory measured, Attachment attachment) {
    if (measured.mostBytes(attachment) > maxMemoryBytes || measured.isTamperedWith(attachment)) {
      exceed(ActiveRun.Stop.MEMORY);
    }
  }

  /** A script that has switched the counting off counts as one that does not end. */
  private void lookAtCode(Attachment attachment) {
    for (ThreadMeter thread : threads) {
      if (!thread.stillCounts(attachment)) {
        exceed(
            maxOperations == Long.MAX_VALUE
                ? ActiveRun.Stop.CALL_DEPTH
                : ActiveRun.Stop.OPERATIONS);
        thread.stopScriptsThread();
      }
    }
  }
}
