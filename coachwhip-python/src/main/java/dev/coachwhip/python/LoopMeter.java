package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Py;
import org.jspecify.annotations.Nullable;

/** Counts a script that awaits, whose code runs on the thread of the event loop. Attached. */
final class LoopMeter {

  private LoopMeter() {}

  /**
   * Returns what begins to count when it is called on the loop's thread: a new reference, None if
   * nothing is to be counted.
   */
  static long began(@Nullable ActiveRun run) {
    RunMeter meter = run == null ? null : run.meter();
    if (meter == null || !meter.countsCode()) {
      PyRefs.Py_IncRef(Py.NONE);
      return Py.NONE;
    }
    return ThreadMeter.beginning(true, () -> meter);
  }

  /** Ends it on the loop's thread. */
  static void ended(@Nullable ActiveRun run) {
    RunMeter meter = run == null ? null : run.meter();
    if (meter != null && meter.countsCode()) {
      ThreadMeter.leave();
    }
  }
}
