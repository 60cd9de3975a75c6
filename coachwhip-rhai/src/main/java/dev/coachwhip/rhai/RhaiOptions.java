package dev.coachwhip.rhai;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.spi.EngineConfig;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of the backend, read and checked. */
final class RhaiOptions {

  static final String MODULE_FOLDER = "moduleFolder";
  private static final String DISABLED_SYMBOLS = "disabledSymbols";
  private static final String OPTIMIZATION = "optimization";
  private static final String EXTENSIONS = "extensions";

  private static final List<String> NUMBERS =
      List.of(
          "maxStringSize",
          "maxArraySize",
          "maxMapSize",
          "maxVariables",
          "maxFunctions",
          "maxModules",
          "maxExpressionDepth",
          "maxFunctionExpressionDepth");

  /** What is a switch of Rhai's engine, with its default. */
  private static final Map<String, Boolean> SWITCHES =
      Map.of(
          "strictVariables", false,
          "failOnInvalidMapProperty", false,
          "fastOperators", true,
          "allowIfExpression", true,
          "allowSwitchExpression", true,
          "allowLoopExpressions", true,
          "allowStatementExpression", true,
          "allowAnonymousFunctions", true,
          "allowLooping", true,
          "allowShadowing", true);

  private static final int DEFAULT_CALL_LEVELS = RunLimits.DEFAULT.callLevels();

  private final EngineConfig config;

  RhaiOptions(EngineConfig config) {
    this.config = config;
    NUMBERS.forEach(name -> number(name, 0));
    List<String> _ = disabledSymbols();
    Optional<Path> _ = moduleFolder();
    String _ = optimization();
  }

  /** Returns the names of all options with the types of their values. */
  static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new HashMap<>();
    NUMBERS.forEach(name -> types.put(name, Number.class));
    SWITCHES.keySet().forEach(name -> types.put(name, Boolean.class));
    types.put(MODULE_FOLDER, String.class);
    types.put(DISABLED_SYMBOLS, List.class);
    types.put(OPTIMIZATION, String.class);
    types.put(EXTENSIONS, RhaiExtensions.class);
    return types;
  }

  /**
   * Returns an option that is a number.
   *
   * @throws IllegalArgumentException if it is negative or no integer
   */
  long number(String name, long otherwise) {
    return config.option(name, Number.class).map(value -> integer(name, value)).orElse(otherwise);
  }

  private static long integer(String name, Number value) {
    boolean whole =
        value instanceof Integer
            || value instanceof Long
            || value instanceof Short
            || value instanceof Byte
            || (value instanceof BigInteger big && big.bitLength() < Long.SIZE);
    if (!whole || value.longValue() < 0) {
      throw new IllegalArgumentException(
          "the option '%s' is an integer that is not negative, not %s".formatted(name, value));
    }
    return value.longValue();
  }

  /** Returns an option that is a number, the largest int for larger ones. */
  int count(String name, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, number(name, otherwise));
  }

  /** Returns whether a switch is on. */
  boolean isOn(String name) {
    return config.option(name, Boolean.class).orElseGet(() -> SWITCHES.getOrDefault(name, false));
  }

  /** Returns keywords and operators that scripts may not use. */
  List<String> disabledSymbols() {
    List<String> symbols = new ArrayList<>();
    for (Object symbol : config.option(DISABLED_SYMBOLS, List.class).orElse(List.of())) {
      if (!(symbol instanceof String text)) {
        throw new IllegalArgumentException(
            "the option '%s' is a list of String, and holds %s"
                .formatted(DISABLED_SYMBOLS, symbol));
      }
      symbols.add(text);
    }
    return symbols;
  }

  /** Tells whether it was said where imported files are. */
  boolean hasModuleFolder() {
    return config.options().containsKey(MODULE_FOLDER);
  }

  /** Returns where imported files are, the current folder if nothing is said; empty for nowhere. */
  Optional<Path> moduleFolder() {
    String folder = config.option(MODULE_FOLDER, String.class).orElse(".");
    try {
      return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder).toAbsolutePath());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "the option '%s' is no path: %s".formatted(MODULE_FOLDER, folder), e);
    }
  }

  /** Returns {@code none}, {@code simple} or {@code full}. */
  String optimization() {
    String level = config.option(OPTIMIZATION, String.class).orElse("simple");
    if (!Set.of("none", "simple", "full").contains(level)) {
      throw new IllegalArgumentException(
          "the option '%s' is none, simple or full, not %s".formatted(OPTIMIZATION, level));
    }
    return level;
  }

  /** Returns functions, types and operators of Java for scripts. */
  Optional<RhaiExtensions> extensions() {
    return config.option(EXTENSIONS, RhaiExtensions.class);
  }

  /** Returns what each run may use. */
  RunLimits runLimits() {
    ScriptLimits limits = config.limits();
    return new RunLimits(
        limits.maxOperations(),
        limits.maxCallDepth() == 0 ? DEFAULT_CALL_LEVELS : limits.maxCallDepth(),
        number("maxStringSize", 0),
        number("maxArraySize", 0),
        number("maxMapSize", 0),
        count("maxVariables", Integer.MAX_VALUE),
        count("maxModules", Integer.MAX_VALUE));
  }

  /** Returns how deeply expressions nest at the top level; 0 for no limit. */
  int expressionDepth() {
    return count("maxExpressionDepth", 64);
  }

  /** Returns how deeply expressions nest within functions; 0 for no limit. */
  int functionExpressionDepth() {
    return count("maxFunctionExpressionDepth", 32);
  }

  /** Returns how many functions a script may define. */
  int maxFunctions() {
    return count("maxFunctions", Integer.MAX_VALUE);
  }
}
