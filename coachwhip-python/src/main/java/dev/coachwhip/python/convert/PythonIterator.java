package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.PyRef;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a Python iterator or generator, each pulled by one call to the engine when it is
 * asked for. {@link #hasNext} has to pull one ahead; it is kept for {@link #next}.
 */
final class PythonIterator implements ScriptIterator {

  private static final String FILE = "_iteration";

  private final EngineLink engine;
  private final ScriptValue iterator;
  private final PyRef ref;
  private Optional<ScriptValue> ahead = Optional.empty();
  private boolean ended;

  private PythonIterator(EngineLink engine, ScriptValue iterator, PyRef ref) {
    this.engine = engine;
    this.iterator = iterator;
    this.ref = ref;
  }

  /** Begins to go through an object's elements; empty if it has none. */
  static Optional<ScriptIterator> begin(EngineLink engine, ScriptValue object) {
    ScriptValue iterator = engine.helper(FILE, "begin", object);
    return iterator.data() instanceof PythonObject python
        ? Optional.of(new PythonIterator(engine, iterator, python.ref()))
        : Optional.empty();
  }

  /** Returns the Python iterator, null if it is one element ahead of this. */
  @Nullable PyRef untouched() {
    return ahead.isPresent() || ended ? null : ref;
  }

  @Override
  public boolean hasNext() {
    if (ahead.isEmpty() && !ended) {
      ahead = engine.next(ref);
      ended = ahead.isEmpty();
    }
    return ahead.isPresent();
  }

  @Override
  public ScriptValue next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the script's iterator has no more elements");
    }
    ScriptValue element = ahead.orElseThrow();
    ahead = Optional.empty();
    return element;
  }

  @Override
  public void close() {
    boolean open = !ended;
    ended = true;
    ahead = Optional.empty();
    if (open && engine.isOpen()) {
      ScriptValue _ = engine.helper(FILE, "close", iterator);
    }
  }
}
