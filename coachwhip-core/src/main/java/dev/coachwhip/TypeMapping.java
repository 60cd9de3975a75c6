package dev.coachwhip;

import java.util.Objects;
import java.util.function.Function;

/**
 * How values of a Java class cross to scripts and back; needs {@link Capability#TYPE_MAPPING}.
 *
 * @param javaType the Java class or record
 * @param scriptType the script's name of the type
 * @param toScript makes, from a Java object, a value that {@link ScriptEngine#setGlobal} takes
 * @param toJava makes the Java object from the script's value
 * @param <T> the Java type
 */
public record TypeMapping<T>(
    Class<T> javaType,
    String scriptType,
    Function<T, Object> toScript,
    Function<ScriptValue, T> toJava) {

  /** Checks that none is null. */
  public TypeMapping {
    Objects.requireNonNull(javaType, "javaType");
    Objects.requireNonNull(scriptType, "scriptType");
    Objects.requireNonNull(toScript, "toScript");
    Objects.requireNonNull(toJava, "toJava");
  }
}
