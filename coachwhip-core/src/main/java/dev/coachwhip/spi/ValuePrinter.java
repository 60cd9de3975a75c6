package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;

/** Prints values as one language does. */
public interface ValuePrinter {

  /** Returns the backend's name, for errors. */
  String backendName();

  /** Returns what the language itself would print for the value. */
  String print(ScriptValue value);
}
