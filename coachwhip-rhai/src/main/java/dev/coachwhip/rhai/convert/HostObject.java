package dev.coachwhip.rhai.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.rhai.runtime.HostValue;
import dev.coachwhip.rhai.runtime.RhaiError;
import java.util.Iterator;

/**
 * An exposed object of Java, as scripts have it.
 *
 * @param exposed the object and what scripts may use of it
 * @param toScript converts its elements
 */
public record HostObject(Exposed exposed, ToScript toScript) implements HostValue {

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

  @Override
  public Iterator<Object> elements() {
    boolean shown = exposed.isLive() || Iterable.class.isAssignableFrom(exposed.api().javaType());
    if (shown && exposed.object() instanceof Iterable<?> elements) {
      return toScript.elements(elements::iterator).iterator();
    }
    throw RhaiError.notIterable();
  }
}
