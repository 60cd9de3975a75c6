package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;

/**
 * Prints values as Java does, for a language that says no other way.
 *
 * @param backendName the language
 */
record PlainPrinter(String backendName) implements ValuePrinter {

  @Override
  public String print(ScriptValue value) {
    return value.data() instanceof ScriptObject object
        ? object.print()
        : String.valueOf(value.data());
  }
}
