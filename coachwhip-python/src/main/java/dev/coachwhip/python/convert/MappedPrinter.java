package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.spi.ValuePrinter;

/**
 * Prints a value that a mapping made a Java object of as its Python object prints itself.
 *
 * @param object the Python object
 */
record MappedPrinter(EngineLink engine, PyRef object) implements ValuePrinter {

  @Override
  public String backendName() {
    return "python";
  }

  @Override
  public String print(ScriptValue value) {
    return object.whileHeld(held -> engine.print(held, false));
  }
}
