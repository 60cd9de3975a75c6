package dev.coachwhip;

import java.util.Iterator;

/**
 * The elements that a script's iterator or generator makes, one by one as they are asked for.
 *
 * <p>{@link #hasNext} and {@link #next} run the script's code as {@link ScriptCallable#call} does,
 * and throw what it throws. To be used by one thread at a time.
 */
public interface ScriptIterator extends Iterator<ScriptValue>, AutoCloseable {

  /**
   * Ends the iteration before its end: a generator's {@code finally} blocks run. There are no more
   * elements afterwards. A second call does nothing.
   *
   * @throws dev.coachwhip.error.ScriptException if the script's code fails while it is closed
   */
  @Override
  void close();
}
