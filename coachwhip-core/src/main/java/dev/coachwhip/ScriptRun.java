package dev.coachwhip;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One started run of a script: wait for it, cancel it, pause it. Any thread. */
public interface ScriptRun {

  /**
   * Waits for the end of the run. Interrupting the waiting thread stops the script.
   *
   * @return what the script ends with
   * @throws dev.coachwhip.error.ScriptException as {@link ScriptEngine#executeScript(ScriptSource)}
   */
  ScriptValue join();

  /** Returns the result to come; {@code cancel(true)} of it stops the script. */
  CompletableFuture<ScriptValue> result();

  /**
   * Asks the run to stop and waits for it. Code that catches the stop is asked again until the time
   * is over.
   *
   * @param wait how long to wait at most; zero only asks
   * @return what is true when this returns; {@link CancelOutcome#STOPPED} only if the script has
   *     stopped
   */
  CancelOutcome cancel(Duration wait);

  /**
   * Holds the script at its next safe point.
   *
   * @throws UnsupportedOperationException where {@link EngineCapabilities} has no {@link
   *     Capability#PAUSE}
   */
  void pause();

  /**
   * Lets a paused script go on.
   *
   * @throws UnsupportedOperationException where {@link EngineCapabilities} has no {@link
   *     Capability#PAUSE}
   */
  void resume();

  /** Returns where the run is now. */
  RunState state();
}
