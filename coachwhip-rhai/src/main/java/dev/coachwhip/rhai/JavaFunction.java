package dev.coachwhip.rhai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of Java with parameters of known types, before an engine has it.
 *
 * @param name in scripts; {@code get$x} and the like for properties
 * @param parameters the Java types of its parameters
 * @param pure whether it may be called on constants
 * @param body does the work
 */
record JavaFunction(String name, List<Class<?>> parameters, boolean pure, Body body) {

  /** Takes as many arguments as there are parameters, of their types. */
  interface Body {
    @Nullable Object call(@Nullable Object[] arguments) throws Throwable;
  }
}
