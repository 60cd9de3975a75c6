package dev.coachwhip.spi;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptCallable;
import java.util.Optional;

/**
 * A value that has no plain Java counterpart and stays in its language: a function, a module, an
 * instance of a script's class. It can be given back to the engine it came from, where it is the
 * same object.
 */
public interface ScriptObject {

  /** Returns a way to call it, if it can be called. */
  Optional<ScriptCallable> callable();

  /**
   * Tells whether it is code (a function, class or module) and not a value that a script computed.
   */
  boolean isCode();

  /**
   * Returns the Java function that this makes callable from scripts, the same object that the host
   * registered; empty for everything else. A hot swap moves such functions.
   */
  default Optional<HostFunction> hostFunction() {
    return Optional.empty();
  }

  /** Returns what the language itself would print for it. */
  String print();
}
