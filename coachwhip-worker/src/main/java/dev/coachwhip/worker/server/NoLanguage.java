package dev.coachwhip.worker.server;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ValuePrinter;

/** Prints values before the worker knows which language it is for: those of errors only. */
enum NoLanguage implements ValuePrinter {
  INSTANCE;

  @Override
  public String backendName() {
    return "coachwhip";
  }

  @Override
  public String print(ScriptValue value) {
    return String.valueOf(value.data());
  }
}
