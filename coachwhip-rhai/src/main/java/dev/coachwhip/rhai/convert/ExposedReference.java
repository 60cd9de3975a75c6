package dev.coachwhip.rhai.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.spi.ScriptObject;
import java.util.Optional;

/** An exposed object of Java on its way back. */
record ExposedReference(HostObject value) implements ScriptObject {

  @Override
  public Optional<ScriptCallable> callable() {
    return Optional.empty();
  }

  @Override
  public boolean isCode() {
    return false;
  }

  @Override
  public Optional<Exposed> exposed() {
    return Optional.of(value.exposed());
  }

  @Override
  public String print() {
    return value.text();
  }
}
