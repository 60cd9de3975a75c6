package dev.coachwhip.worker.host;

import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What errors of calls mean: a stop is named by who asked for it, and the end of a process told.
 *
 * @param isClosed whether the engine is closed
 */
record CallErrors(WorkerSpec spec, BooleanSupplier isClosed) {

  /**
   * Does a call.
   *
   * @param run what it may be stopped as, null for a part of another
   * @param what what runs, for messages
   * @throws ScriptException with the meaning
   */
  <T> T translated(@Nullable ActiveRun run, String what, Supplier<T> call) {
    Stop stop;
    try {
      return call.get();
    } catch (WorkerDiedException e) {
      throw ofDeath(run, what, e);
    } catch (ScriptCancelledException | LimitExceededException e) {
      stop = run == null ? null : run.stop();
      throw stop == null ? e : stopped(stop, e);
    }
  }

  /** Returns the error of a run that was stopped; {@code where} it was, null if that is unknown. */
  ScriptException stopped(Stop by, @Nullable ScriptException where) {
    return StoppedRun.error(spec.backend(), by, spec.config().limits(), where);
  }

  private RuntimeException ofDeath(@Nullable ActiveRun run, String what, WorkerDiedException e) {
    DeathReport report = e.worker().report(); // and so has ended when that is told
    Stop stop = run == null ? null : run.stop();
    if (stop != null) {
      return stopped(stop, null);
    }
    return isClosed.getAsBoolean()
        ? new IllegalStateException("the engine is closed", e)
        : Deaths.of(spec.backend(), what, report, spec.config().limits());
  }
}
