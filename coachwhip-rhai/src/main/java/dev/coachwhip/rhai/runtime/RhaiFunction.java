package dev.coachwhip.rhai.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a static method a function of scripts. May stand several times, for several names. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(RhaiFunctions.class)
public @interface RhaiFunction {

  /** Its name in scripts; else the method's in snake case. */
  String name() default "";

  /** What it is. */
  Kind kind() default Kind.FUNCTION;

  /** Whether it may be called on constants, because it does not change its first argument. */
  boolean pure() default true;

  /** What a function is for. */
  enum Kind {
    /** Called as {@code name(...)} or as a method. */
    FUNCTION,
    /** Reads the property {@code name}. */
    GETTER,
    /** Writes the property {@code name}. */
    SETTER,
    /** Reads {@code x[i]}. */
    INDEX_GETTER,
    /** Writes {@code x[i]}. */
    INDEX_SETTER
  }
}
