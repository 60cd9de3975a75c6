package dev.coachwhip.spi;

import dev.coachwhip.error.ScriptCancelledException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts an engine's runs for its metrics. Counted in the engine's turn; read by any thread. */
public final class RunCounts {

  // One thread counts at a time, so what would have to be atomic for several is not paid for.

  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong cancellations = new AtomicLong();
  private final AtomicLong runNanos = new AtomicLong();

  /** Makes it. */
  public RunCounts() {}

  /** Counts a run that begins. */
  public void begin() {
    runs.setOpaque(runs.getPlain() + 1);
  }

  /** Counts what a run ended with. */
  public void fail(Throwable thrown) {
    AtomicLong kind = thrown instanceof ScriptCancelledException ? cancellations : failures;
    kind.setOpaque(kind.getPlain() + 1);
  }

  /**
   * Does a run's work, counted, timed, and recorded as an event. For backends that need not save
   * the time that looking at the clock takes.
   *
   * @param what the name of the script or function
   * @param queueNanos how long it has waited for its turn
   */
  public <T> T timed(String backend, String what, long queueNanos, Supplier<T> work) {
    long began = System.nanoTime();
    begin();
    Object event = FlightRecording.beginRun(backend, what, queueNanos);
    try {
      T result = work.get();
      FlightRecording.endRun(event, null);
      return result;
    } catch (Throwable t) {
      fail(t);
      FlightRecording.endRun(event, t);
      throw t;
    } finally {
      runNanos.setOpaque(runNanos.getPlain() + System.nanoTime() - began);
    }
  }

  /** Returns how long runs have taken that were {@link #timed}, the one under way not included. */
  public Duration runTime() {
    return Duration.ofNanos(runNanos.getOpaque());
  }

  /** Returns how many have begun. */
  public long runs() {
    return runs.getOpaque();
  }

  /** Returns how many have failed. */
  public long failures() {
    return failures.getOpaque();
  }

  /** Returns how many were cancelled. */
  public long cancellations() {
    return cancellations.getOpaque();
  }
}
