package dev.coachwhip;

import dev.coachwhip.ScriptSignature.Kind;
import dev.coachwhip.internal.bind.ArgumentBinder;
import dev.coachwhip.internal.bind.HostValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Java function that knows its parameters and says what it does; {@link HostFunction#described}
 * begins one.
 *
 * <p>Its body gets the arguments in the order of the parameters, however the script passed them,
 * with defaults filled in; {@link Arguments#get(String)} finds each by name. Arguments that do not
 * fit the parameters are an error of the script's, and the body is not called. Where the language
 * can show it, as Python's {@code help} and {@code inspect}, scripts see documentation, names and
 * defaults. Immutable.
 */
public final class DescribedFunction implements HostFunction {

  private final String documentation;
  private final List<Parameter> parameters;
  private final HostFunction body;
  private final UnaryOperator<Arguments> binder;

  private DescribedFunction(
      String documentation,
      List<Parameter> parameters,
      UnaryOperator<Arguments> binder,
      HostFunction body) {
    this.documentation = documentation;
    this.parameters = List.copyOf(parameters);
    this.body = Objects.requireNonNull(body, "body");
    this.binder = binder;
  }

  /**
   * A parameter.
   *
   * @param name its name in scripts
   * @param kind how it takes its argument
   * @param defaultValue what the body gets where the script passes nothing
   */
  public record Parameter(String name, Kind kind, Optional<ScriptValue> defaultValue) {

    /** Checks the name. */
    public Parameter {
      if (!isIdentifier(name)) {
        throw new IllegalArgumentException(
            "'" + name + "' is not a name that a parameter can have");
      }
    }

    private static boolean isIdentifier(String name) {
      return !name.isEmpty()
          && Character.isUnicodeIdentifierStart(name.replace('_', 'x').codePointAt(0))
          && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }
  }

  /** Returns what it does, for readers of scripts. */
  public String documentation() {
    return documentation;
  }

  /** Returns its parameters in order; unmodifiable. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Returns what to call with arguments that are {@linkplain #bind bound}. */
  public HostFunction body() {
    return body;
  }

  /**
   * Puts arguments in the order of the parameters and fills in defaults: those of parameters that
   * can be passed by position first, then the further ones, the others by name.
   *
   * @throws HostArgumentException if they do not fit the parameters
   */
  public Arguments bind(Arguments arguments) {
    return binder.apply(arguments);
  }

  @Override
  public @Nullable Object call(Arguments arguments) throws Exception {
    return body.call(bind(arguments));
  }

  /** Collects the parameters, in the order in which they are passed. Not threadsafe. */
  public static final class Builder {

    private final String documentation;
    private final List<Parameter> parameters = new ArrayList<>();

    Builder(String documentation) {
      this.documentation = Objects.requireNonNull(documentation, "documentation");
    }

    /** Adds a parameter that must be passed, by position or by name. */
    public Builder parameter(String name) {
      return add(name, Kind.POSITIONAL_OR_KEYWORD, Optional.empty());
    }

    /**
     * Adds a parameter that may be passed, by position or by name.
     *
     * @param defaultValue a value as for {@link ScriptEngine#setGlobal}
     */
    public Builder parameter(String name, @Nullable Object defaultValue) {
      return add(name, Kind.POSITIONAL_OR_KEYWORD, Optional.of(HostValues.of(defaultValue)));
    }

    /** Adds a parameter that must be passed by position; only before all others. */
    public Builder positional(String name) {
      return add(name, Kind.POSITIONAL_ONLY, Optional.empty());
    }

    /** Adds a parameter that takes any number of further arguments by position. */
    public Builder rest(String name) {
      return add(name, Kind.VAR_POSITIONAL, Optional.empty());
    }

    /** Adds a parameter that must be passed by name. */
    public Builder named(String name) {
      return add(name, Kind.KEYWORD_ONLY, Optional.empty());
    }

    /** Adds a parameter that may be passed, by name only. */
    public Builder named(String name, @Nullable Object defaultValue) {
      return add(name, Kind.KEYWORD_ONLY, Optional.of(HostValues.of(defaultValue)));
    }

    /** Adds a parameter that takes any number of further arguments by name. */
    public Builder furtherNamed(String name) {
      return add(name, Kind.VAR_KEYWORD, Optional.empty());
    }

    private Builder add(String name, Kind kind, Optional<ScriptValue> defaultValue) {
      return parameter(new Parameter(name, kind, defaultValue));
    }

    /**
     * Adds a parameter of any kind.
     *
     * @throws IllegalArgumentException if it cannot come after those before it
     */
    public Builder parameter(Parameter added) {
      for (Parameter before : parameters) {
        check(before, added);
      }
      parameters.add(added);
      return this;
    }

    private static void check(Parameter before, Parameter added) {
      int order = before.kind().compareTo(added.kind());
      boolean onlyOne = added.kind() == Kind.VAR_POSITIONAL || added.kind() == Kind.VAR_KEYWORD;
      boolean byPosition = added.kind().compareTo(Kind.VAR_POSITIONAL) < 0;
      boolean afterDefault =
          byPosition && before.defaultValue().isPresent() && added.defaultValue().isEmpty();
      if (before.name().equals(added.name())
          || order > 0
          || (order == 0 && onlyOne)
          || afterDefault) {
        throw new IllegalArgumentException(
            "the parameter '%s' cannot come after '%s'".formatted(added.name(), before.name()));
      }
    }

    /**
     * Returns the function.
     *
     * @param body gets the arguments as {@link DescribedFunction#bind} gives them
     */
    public DescribedFunction body(HostFunction body) {
      return new DescribedFunction(
          documentation, parameters, new ArgumentBinder(List.copyOf(parameters))::bind, body);
    }

    /**
     * Returns the function where it is not called itself but hands on the call, as to another
     * process; for backends.
     *
     * @param target gets the arguments as the script passed them
     */
    public DescribedFunction forwardingTo(HostFunction target) {
      return new DescribedFunction(documentation, parameters, UnaryOperator.identity(), target);
    }
  }
}
