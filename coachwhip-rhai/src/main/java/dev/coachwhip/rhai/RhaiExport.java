package dev.coachwhip.rhai;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public static method a function of scripts, see {@link
 * RhaiExtensions.Builder#functions(Class)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RhaiExport {

  /** Returns its name in scripts, or the operator it is; empty for the method's in snake case. */
  String name() default "";

  /** Returns what it is. */
  Kind kind() default Kind.FUNCTION;

  /** Returns whether it leaves its first argument as it is, and so may be called on constants. */
  boolean pure() default true;

  /** What a method is for. */
  enum Kind {
    /** Called as {@code name(x, y)} or {@code x.name(y)}, or an operator. */
    FUNCTION,
    /** Reads the property {@code x.name}. */
    GETTER,
    /** Writes the property {@code x.name}; takes the object and the value. */
    SETTER,
    /** Reads {@code x[i]}. */
    INDEX_GETTER,
    /** Writes {@code x[i]}; takes the object, the index and the value. */
    INDEX_SETTER
  }
}
