package dev.coachwhip;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The script's name of a method or parameter of an interface that is {@linkplain ScriptEngine#bind
 * bound} to a script, where it differs from the Java name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface ScriptName {

  /** Returns the script's name, taken as it is. */
  String value();
}
