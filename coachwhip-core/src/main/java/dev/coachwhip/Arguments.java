package dev.coachwhip;

import dev.coachwhip.error.TypeConversionException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a script passed to a host function: positional arguments in order, then keyword arguments by
 * name. Immutable.
 */
public final class Arguments {

  private final String function;

  /** Of the first positional arguments, as far as they are known. */
  private final List<String> names;

  private final ScriptValue[] positional;
  private final Map<String, ScriptValue> named;

  private Arguments(
      String function,
      List<String> names,
      ScriptValue[] positional,
      Map<String, ScriptValue> named) {
    this.function = function;
    this.names = names;
    this.positional = positional;
    this.named = named;
  }

  /**
   * Returns arguments; for backends and tests.
   *
   * @param function the host function's name, for messages
   * @param positional not copied: the caller gives it away
   * @param named keyword arguments in the order given; not copied
   */
  public static Arguments of(
      String function, ScriptValue[] positional, Map<String, ScriptValue> named) {
    return new Arguments(function, List.of(), positional, named);
  }

  /**
   * Returns the same arguments, whose positional ones now have names too, for {@link #get(String)};
   * for backends.
   *
   * @param parameters names of the first positional arguments; unmodifiable
   */
  public Arguments withNames(List<String> parameters) {
    return new Arguments(function, parameters, positional, named);
  }

  /** Returns the host function's name. */
  public String function() {
    return function;
  }

  /** Returns the number of positional arguments. */
  public int size() {
    return positional.length;
  }

  /**
   * Returns a positional argument.
   *
   * @param index from 0
   * @throws IllegalArgumentException if the script passed fewer; the script sees it as its own
   *     error
   */
  public ScriptValue get(int index) {
    if (index < 0 || index >= positional.length) {
      throw new IllegalArgumentException(
          "%s() needs at least %d argument%s, got %d"
              .formatted(function, index + 1, index == 0 ? "" : "s", positional.length));
    }
    return positional[index];
  }

  /**
   * Returns an argument that may be passed by position or by name.
   *
   * @throws IllegalArgumentException if it was passed in neither way, or in both
   */
  public ScriptValue get(int index, String name) {
    ScriptValue byName = named.get(name);
    if (byName != null && index < positional.length) {
      throw new IllegalArgumentException(
          "%s() got argument '%s' twice: by position and by name".formatted(function, name));
    }
    if (byName == null && index >= positional.length) {
      throw new IllegalArgumentException("%s() is missing argument '%s'".formatted(function, name));
    }
    return byName != null ? byName : positional[index];
  }

  /**
   * Returns the argument of a parameter of a {@linkplain HostFunction#described described}
   * function, or one that the script passed by name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ScriptValue get(String name) {
    ScriptValue byName = named.get(name);
    if (byName != null) {
      return byName;
    }
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("%s() has no argument '%s'".formatted(function, name));
    }
    return positional[index];
  }

  /** Returns the positional arguments, unmodifiable. */
  public List<ScriptValue> positional() {
    return Collections.unmodifiableList(Arrays.asList(positional));
  }

  /** Returns the keyword arguments in the order the script gave them, unmodifiable. */
  public Map<String, ScriptValue> named() {
    return Collections.unmodifiableMap(named);
  }

  /** Returns a keyword argument if the script passed it. */
  public Optional<ScriptValue> named(String name) {
    return Optional.ofNullable(named.get(name));
  }

  /**
   * Returns positional argument {@code index} as a Java type; see {@link ScriptValue#as}.
   *
   * @throws TypeConversionException if it is of another type
   */
  public <T> T get(int index, Class<T> type) {
    return get(index).as(type);
  }

  /** Returns positional argument {@code index} as a long; see {@link ScriptValue#asLong}. */
  public long asLong(int index) {
    return get(index).asLong();
  }

  /** Returns positional argument {@code index} as a double; see {@link ScriptValue#asDouble}. */
  public double asDouble(int index) {
    return get(index).asDouble();
  }

  /** Returns positional argument {@code index} as text; see {@link ScriptValue#asString}. */
  public String asString(int index) {
    return get(index).asString();
  }

  /** Returns positional argument {@code index} as a boolean; see {@link ScriptValue#asBoolean}. */
  public boolean asBoolean(int index) {
    return get(index).asBoolean();
  }

  /** Returns the argument {@code name}, as {@link #get(String)}, as a Java type. */
  public <T> T get(String name, Class<T> type) {
    return get(name).as(type);
  }

  /** Returns the argument {@code name}, as {@link #get(String)}, as a long. */
  public long asLong(String name) {
    return get(name).asLong();
  }

  /** Returns the argument {@code name}, as {@link #get(String)}, as a double. */
  public double asDouble(String name) {
    return get(name).asDouble();
  }

  /** Returns the argument {@code name}, as {@link #get(String)}, as text. */
  public String asString(String name) {
    return get(name).asString();
  }

  /** Returns the argument {@code name}, as {@link #get(String)}, as a boolean. */
  public boolean asBoolean(String name) {
    return get(name).asBoolean();
  }

  @Override
  public String toString() {
    return function + positional() + (named.isEmpty() ? "" : named);
  }
}
