package dev.coachwhip.rhai.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.rhai.runtime.HostValue;

/**
 * An exposed object of Java, as scripts have it.
 *
 * @param exposed the object and what scripts may use of it
 */
public record HostObject(Exposed exposed) implements HostValue {

  /** Returns the object itself. */
  public Object object() {
    return exposed.object();
  }

  @Override
  public String typeName() {
    return exposed.api().name();
  }

  @Override
  public String text() {
    return String.valueOf(exposed.object());
  }
}
