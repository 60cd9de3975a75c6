package dev.coachwhip.rhai.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link RhaiFunction}s of a method; written by the compiler only. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RhaiFunctions {
  RhaiFunction[] value();
}
