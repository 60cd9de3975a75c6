package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;

/** Makes Java values of the objects of one Python class and its subclasses. Attached. */
@FunctionalInterface
public interface ToJavaConverter {

  /**
   * Converts an object.
   *
   * @param object borrowed, and held by the caller meanwhile
   * @param typeName the {@code __name__} of its class
   * @throws dev.coachwhip.python.interp.Raised if the object's own code raises
   */
  ScriptValue convert(long object, String typeName, ToJava conversion);
}
