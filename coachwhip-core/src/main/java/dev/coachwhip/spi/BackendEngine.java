package dev.coachwhip.spi;

import dev.coachwhip.ScriptEngine;

/**
 * What the core needs to know of an engine beyond the public interface; backends' engines are such.
 */
public interface BackendEngine extends ScriptEngine {

  /**
   * Tells whether the calling thread runs a script of this engine, as it does inside a host
   * function; its calls are part of that run and do not wait for their turn. False after the run.
   */
  boolean runsOnThisThread();
}
