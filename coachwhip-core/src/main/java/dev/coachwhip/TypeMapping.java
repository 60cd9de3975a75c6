package dev.coachwhip;

import java.util.Objects;
import java.util.function.Function;

/**
 * How values of a Java class cross to scripts and back, also inside containers; needs {@link
 * Capability#TYPE_MAPPING}. It comes before what the engine itself would do.
 *
 * <p>Both functions run as host functions do and may be called on any thread. An exception of
 * theirs is the cause of a {@link dev.coachwhip.error.TypeConversionException}.
 *
 * @param javaType the Java class or record, and what extends it; no container, and none of String,
 *     Boolean and the primitive types' wrappers
 * @param scriptType the script's full name of the class, such as {@code "decimal.Decimal"}; a name
 *     alone is that of a class among the globals or built in. Its subclasses are mapped as well.
 *     Integers, floats, text, booleans and null always arrive as themselves.
 * @param toScript makes, from a Java object, a value that {@link ScriptEngine#setGlobal} takes: an
 *     object of the class, or what its constructor gets: the entries of a map by name, the elements
 *     of a list by position, anything else as the one argument
 * @param toJava makes the Java object from what the script's value is without the mapping, often a
 *     reference whose {@linkplain ScriptValue#attribute attributes} can be asked; not null
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
