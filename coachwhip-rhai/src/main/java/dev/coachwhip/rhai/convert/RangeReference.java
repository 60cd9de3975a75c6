package dev.coachwhip.rhai.convert;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.spi.ScriptObject;
import java.util.Optional;

/** A range of more numbers than a list of Java can have, such as {@code 0..}. */
record RangeReference(RhaiRange range) implements ScriptObject {

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
    return range.toString();
  }
}
