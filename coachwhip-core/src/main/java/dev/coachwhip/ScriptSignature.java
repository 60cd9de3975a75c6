package dev.coachwhip;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a function is called, as its own language tells.
 *
 * @param name the function's name
 * @param parameters in the order of their declaration; unmodifiable
 * @param documentation the function's own text about itself
 */
public record ScriptSignature(
    String name, List<Parameter> parameters, Optional<String> documentation) {

  /** How a parameter takes its argument. */
  public enum Kind {
    /** By position, never by name. */
    POSITIONAL_ONLY,
    /** By position or by name. */
    POSITIONAL_OR_KEYWORD,
    /** All positional arguments that are left. */
    VAR_POSITIONAL,
    /** By name, never by position. */
    KEYWORD_ONLY,
    /** All named arguments that are left. */
    VAR_KEYWORD
  }

  /**
   * One parameter.
   *
   * @param name its name
   * @param kind how it takes its argument
   * @param hasDefault whether the argument may be left out; the default itself stays in the script
   */
  public record Parameter(String name, Kind kind, boolean hasDefault) {

    /** Checks that none is null. */
    public Parameter {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(kind, "kind");
    }

    /** Tells whether a call without an argument for it fails. */
    public boolean isRequired() {
      return !hasDefault && kind != Kind.VAR_POSITIONAL && kind != Kind.VAR_KEYWORD;
    }
  }

  /** Copies the parameters. */
  public ScriptSignature {
    Objects.requireNonNull(name, "name");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(documentation, "documentation");
  }
}
