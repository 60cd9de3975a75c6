package dev.coachwhip.rhai.syntax;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the parser is to read scripts. Immutable; {@link #DEFAULT} is what {@code Engine::new()} has.
 */
public final class SyntaxOptions {

  /** Rhai's defaults. */
  public static final SyntaxOptions DEFAULT = builder().build();

  private final Builder values;
  private final Set<String> customWords = new HashSet<>();
  private final Map<String, CustomSyntax> syntaxes = new HashMap<>();

  private SyntaxOptions(Builder values) {
    this.values = values;
    customWords.addAll(values.operators.keySet());
    for (CustomSyntax syntax : values.syntaxes) {
      syntaxes.put(syntax.key(), syntax);
      for (String symbol : syntax.symbols()) {
        if (Words.isReserved(symbol) || values.disabledSymbols.contains(symbol)) {
          customWords.add(symbol);
        }
      }
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Returns the levels of nesting at the top level; 0 for as many as the parser can take. */
  public int maxExpressionDepth() {
    return values.maxExpressionDepth;
  }

  /** Returns the levels of nesting within functions; 0 for as many as the parser can take. */
  public int maxFunctionExpressionDepth() {
    return values.maxFunctionExpressionDepth;
  }

  /** Returns the length of string literals in bytes; 0 for no limit. */
  public int maxStringSize() {
    return values.maxStringSize;
  }

  /** Returns how many items an array literal may have; 0 for no limit. */
  public int maxArraySize() {
    return values.maxArraySize;
  }

  /** Returns how many properties a map literal may have; 0 for no limit. */
  public int maxMapSize() {
    return values.maxMapSize;
  }

  /** Returns how many functions and closures a script may have. */
  public int maxFunctions() {
    return values.maxFunctions;
  }

  boolean allows(Feature feature) {
    return !values.forbidden.contains(feature);
  }

  /** Tells whether unknown variables and modules are errors already when parsing. */
  public boolean strictVariables() {
    return values.strictVariables;
  }

  /** Returns the names that are known from outside in strict mode. */
  public Set<String> knownVariables() {
    return values.knownVariables;
  }

  /** Returns the modules that are known from outside in strict mode. */
  public Set<String> knownModules() {
    return values.knownModules;
  }

  /** Returns the keywords and operators that scripts may not use. */
  public Set<String> disabledSymbols() {
    return values.disabledSymbols;
  }

  boolean isCustomWord(String text) {
    return !customWords.isEmpty() && customWords.contains(text);
  }

  /** Returns the precedence of a custom operator, 1 to 255; 0 for a custom word that is none. */
  int customPrecedence(String operator) {
    return values.operators.getOrDefault(operator, 0);
  }

  @Nullable CustomSyntax customSyntax(String key) {
    return syntaxes.isEmpty() ? null : syntaxes.get(key);
  }

  /** Tells whether running a custom syntax may declare variables. */
  public boolean changesScope(String key) {
    CustomSyntax syntax = customSyntax(key);
    return syntax != null && syntax.scopeMayChange();
  }

  /** What may be forbidden as a whole. */
  public enum Feature {
    LOOPING,
    IF_EXPRESSION,
    SWITCH_EXPRESSION,
    LOOP_EXPRESSION,
    STATEMENT_EXPRESSION,
    ANONYMOUS_FUNCTION,
    SHADOWING
  }

  /** Builds options; every call gives the same builder. */
  public static final class Builder {

    private int maxExpressionDepth = 64;
    private int maxFunctionExpressionDepth = 32;
    private int maxStringSize;
    private int maxArraySize;
    private int maxMapSize;
    private int maxFunctions = Integer.MAX_VALUE;
    private boolean strictVariables;
    private Set<Feature> forbidden = Set.of();
    private Set<String> knownVariables = Set.of();
    private Set<String> knownModules = Set.of();
    private Set<String> disabledSymbols = Set.of();
    private Map<String, Integer> operators = Map.of();
    private List<CustomSyntax> syntaxes = List.of();

    private Builder() {}

    /**
     * Sets the levels of nesting.
     *
     * @param global at the top level
     * @param inFunctions within functions
     */
    public Builder maxExpressionDepths(int global, int inFunctions) {
      maxExpressionDepth = notNegative(global);
      maxFunctionExpressionDepth = notNegative(inFunctions);
      return this;
    }

    public Builder maxStringSize(int bytes) {
      maxStringSize = notNegative(bytes);
      return this;
    }

    public Builder maxArraySize(int items) {
      maxArraySize = notNegative(items);
      return this;
    }

    public Builder maxMapSize(int properties) {
      maxMapSize = notNegative(properties);
      return this;
    }

    public Builder maxFunctions(int functions) {
      maxFunctions = notNegative(functions);
      return this;
    }

    public Builder strictVariables(boolean strict) {
      strictVariables = strict;
      return this;
    }

    public Builder forbid(Set<Feature> features) {
      forbidden = Set.copyOf(features);
      return this;
    }

    public Builder knownVariables(Set<String> names) {
      knownVariables = Set.copyOf(names);
      return this;
    }

    public Builder knownModules(Set<String> names) {
      knownModules = Set.copyOf(names);
      return this;
    }

    public Builder disabledSymbols(Set<String> symbols) {
      disabledSymbols = Set.copyOf(symbols);
      return this;
    }

    /**
     * Sets the operators of the host.
     *
     * @param precedences by name; 1 to 255, where {@code +} has 150 and {@code *} 180
     * @throws IllegalArgumentException if a name is a keyword or operator that is not disabled when
     *     the options are built, or neither a word nor a reserved symbol, or a precedence is not
     *     from 1 to 255
     */
    public Builder operators(Map<String, Integer> precedences) {
      operators = Map.copyOf(precedences);
      return this;
    }

    public Builder customSyntaxes(List<CustomSyntax> all) {
      syntaxes = List.copyOf(all);
      return this;
    }

    public SyntaxOptions build() {
      operators.forEach(this::checkOperator);
      return new SyntaxOptions(copy());
    }

    private void checkOperator(String name, int precedence) {
      if (precedence < 1 || precedence > 255) {
        throw new IllegalArgumentException("Precedence of '" + name + "': " + precedence);
      }
      if (Words.keyword(name) != null && !disabledSymbols.contains(name)) {
        throw new IllegalArgumentException("'" + name + "' is a reserved operator");
      }
      if (Words.keyword(name) == null && !Words.isReserved(name) && !Words.isIdentifier(name)) {
        throw new IllegalArgumentException("'" + name + "' is not a valid operator");
      }
    }

    private Builder copy() {
      Builder copy = new Builder();
      copy.maxExpressionDepth = maxExpressionDepth;
      copy.maxFunctionExpressionDepth = maxFunctionExpressionDepth;
      copy.maxStringSize = maxStringSize;
      copy.maxArraySize = maxArraySize;
      copy.maxMapSize = maxMapSize;
      copy.maxFunctions = maxFunctions;
      copy.strictVariables = strictVariables;
      copy.forbidden = forbidden;
      copy.knownVariables = knownVariables;
      copy.knownModules = knownModules;
      copy.disabledSymbols = disabledSymbols;
      copy.operators = operators;
      copy.syntaxes = syntaxes;
      return copy;
    }

    private static int notNegative(int limit) {
      if (limit < 0) {
        throw new IllegalArgumentException("Negative limit: " + limit);
      }
      return limit;
    }
  }
}
