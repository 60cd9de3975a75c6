package dev.coachwhip.spi;

import dev.coachwhip.Exposed;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A value that has no plain Java counterpart and stays in its language: a function, a module, an
 * instance of a script's class. It can be given back to the engine it came from, where it is the
 * same object.
 *
 * <p>What else the object is, beside being itself, each method says; empty where it is not that.
 * The methods may run the script's code as a call to the engine, from any thread, and then throw
 * what it throws ({@link dev.coachwhip.error.ScriptException}) and {@link IllegalStateException}
 * once the engine is closed.
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

  /**
   * Returns the values of the fields that the object's class declares, in that order: those of a
   * dataclass of Python. Unmodifiable, a snapshot.
   */
  default Optional<Map<String, ScriptValue>> fields() {
    return Optional.empty();
  }

  /** Returns how it is called; empty as well for a function that does not tell. */
  default Optional<ScriptSignature> signature() {
    return Optional.empty();
  }

  /**
   * Begins to go through its elements: what a generator or an iterator makes. A second call for the
   * same object goes on with the elements that are left, where the language's own iterators do.
   */
  default Optional<ScriptIterator> iterator() {
    return Optional.empty();
  }

  /**
   * Returns what completes with the object's result: that of a coroutine or a future of Python.
   * Cancelling it cancels the script's side.
   */
  default Optional<CompletableFuture<ScriptValue>> future() {
    return Optional.empty();
  }

  /** Returns its memory as an array, without a copy; the caller closes it. */
  default Optional<ScriptArray> array() {
    return Optional.empty();
  }

  /** Returns an attribute's value as it is now. */
  default Optional<ScriptValue> attribute(String name) {
    return Optional.empty();
  }

  /** Returns the name of the constant that it is: of a member of an enumeration. */
  default Optional<String> constantName() {
    return Optional.empty();
  }

  /** Returns the Java object that this is in scripts, as the host exposed it. */
  default Optional<Exposed> exposed() {
    return Optional.empty();
  }

  /** Returns what the language itself would print for it. */
  String print();

  /** Returns what the language itself would print for it inside a container; Python's repr. */
  default String printInContainer() {
    return print();
  }
}
