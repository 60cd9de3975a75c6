package dev.coachwhip.python.expose;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.spi.ScriptObject;
import java.util.Optional;

/** A Java object that a script has handed back: plain Java data, with no engine behind it. */
record ExposedReference(Exposed object) implements ScriptObject {

  @Override
  public Optional<Exposed> exposed() {
    return Optional.of(object);
  }

  @Override
  public Optional<ScriptCallable> callable() {
    return Optional.empty();
  }

  @Override
  public boolean isCode() {
    return false;
  }

  @Override
  public String print() {
    return String.valueOf(object.object());
  }

  /** Returns what it is printed as inside a container. */
  @Override
  public String toString() {
    return print();
  }
}
