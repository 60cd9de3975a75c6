package dev.coachwhip.python.spi;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import org.jspecify.annotations.Nullable;

/** What {@link ScriptValue#reference()} holds for a value of Python's. Any thread. */
public interface PythonReference extends ScriptObject {

  /**
   * Calls a function of a library's own Python code, in a turn of the engine that the object came
   * from.
   *
   * @throws dev.coachwhip.error.ScriptException if it raises
   * @throws IllegalStateException if the engine is closed
   */
  ScriptValue call(PythonFunction function, @Nullable Object... arguments);

  /**
   * Returns the pointer of a capsule. It is valid as long as Python has the capsule, which is at
   * least as long as this object is reachable.
   *
   * @return 0 if the object is no capsule of that name
   */
  long capsulePointer(String name);
}
