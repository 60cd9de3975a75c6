package dev.coachwhip.toy;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.spi.ScriptObject;
import java.util.Optional;

/** An object of the toy language: a script's function, a host function, or an opaque thing. */
record ToyObject(String kind, Optional<HostFunction> hostFunction) implements ScriptObject {

  static ToyObject host(HostFunction function) {
    return new ToyObject("host function", Optional.of(function));
  }

  static ToyObject code() {
    return new ToyObject("function", Optional.empty());
  }

  static ToyObject thing() {
    return new ToyObject("thing", Optional.empty());
  }

  @Override
  public Optional<ScriptCallable> callable() {
    return Optional.empty();
  }

  @Override
  public boolean isCode() {
    return !kind.equals("thing");
  }

  @Override
  public String print() {
    return "<" + kind + ">";
  }
}
