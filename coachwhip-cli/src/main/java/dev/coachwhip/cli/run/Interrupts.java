package dev.coachwhip.cli.run;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptRun;
import java.time.Duration;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C does: the first one cancels the run being watched; the process ends at once if there
 * is none, if the script does not stop soon, or on a second one. Threadsafe.
 */
public final class Interrupts {

  /** How long a script has to stop; the process is to be gone within two seconds. */
  private static final Duration GRACE = Duration.ofMillis(1500);

  private final Surroundings surroundings;
  private final Runnable beforeHalt;
  private @Nullable ScriptRun watched;
  private boolean interrupted;
  private boolean ignored;

  /**
   * Makes it; {@link #install()} it or call {@link #interrupt()} from elsewhere.
   *
   * @param beforeHalt told when the process ends because of an interrupt and not by itself
   */
  public Interrupts(Surroundings surroundings, Runnable beforeHalt) {
    this.surroundings = surroundings;
    this.beforeHalt = beforeHalt;
  }

  /** Takes over SIGINT in this process. */
  public void install() {
    // Through JLine: naming sun.misc.Signal itself is a compiler warning that cannot be switched
    // off.
    Signals.register("INT", this::interrupt);
  }

  /** Makes a run the one that an interrupt cancels. */
  public synchronized void watch(ScriptRun run) {
    watched = run;
    interrupted = false;
  }

  /** Ends the watch. */
  public synchronized void unwatch() {
    watched = null;
  }

  /** Tells whether the run watched now or last was interrupted. */
  public synchronized boolean happened() {
    return interrupted;
  }

  /** Lets interrupts pass without effect, or ends that. */
  public synchronized void setIgnored(boolean ignore) {
    ignored = ignore;
  }

  private synchronized boolean isIgnored() {
    return ignored;
  }

  /** Does what Ctrl-C does. Each SIGINT comes on a thread of its own. */
  public void interrupt() {
    if (isIgnored()) {
      return;
    }
    ScriptRun run = takeRun();
    if (run == null || run.cancel(GRACE) == CancelOutcome.STILL_RUNNING) {
      beforeHalt.run();
      surroundings.haltNow(ExitCode.INTERRUPTED);
    }
  }

  /** Returns the run to cancel; null if there is none or it was asked before. */
  private synchronized @Nullable ScriptRun takeRun() {
    if (interrupted) {
      return null;
    }
    interrupted = true;
    return watched;
  }
}
