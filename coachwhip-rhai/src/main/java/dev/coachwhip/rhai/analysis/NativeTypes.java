package dev.coachwhip.rhai.analysis;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of the standard library: functions that the compiler calls directly, with their
 * types.
 */
public final class NativeTypes {

  /** Functions of one float that are one of {@code java.lang.Math} or as simple. */
  private static final Set<String> FLOAT_FUNCTIONS =
      Set.of("sqrt", "sin", "cos", "tan", "exp", "ln", "floor", "ceiling");

  /** Methods that never change their receiver, nor keep it or a part of it. */
  private static final Set<String> LOOKING =
      Set.of(
          "len",
          "is_empty",
          "keys",
          "contains",
          "type_of",
          "to_string",
          "to_debug",
          "to_int",
          "to_float",
          "abs",
          "sqrt",
          "floor",
          "ceiling",
          "round",
          "starts_with",
          "ends_with",
          "index_of",
          "sub_string",
          "to_upper",
          "to_lower",
          "to_chars",
          "chars",
          "bytes",
          "is_odd",
          "is_even",
          "is_zero",
          "sign",
          "min",
          "max",
          "to_json");

  /** The further methods that never change their receiver. */
  private static final Set<String> OTHER_PURE =
      Set.of(
          "values",
          "split",
          "name",
          "call",
          "curry",
          "to_hex",
          "to_binary",
          "to_octal",
          "is_shared",
          "get_bit",
          "bits",
          "sin",
          "cos",
          "tan",
          "exp",
          "ln",
          "log",
          "is_nan",
          "is_finite",
          "is_infinite",
          "int",
          "fraction",
          "to_blob",
          "split_rev",
          "map",
          "filter",
          "reduce",
          "reduce_rev",
          "some",
          "all",
          "find",
          "find_map",
          "zip");

  /** Pure methods that are refused for some constants, or whose callbacks may change the items. */
  private static final Set<String> NOT_FOR_CONSTANTS =
      Set.of(
          "contains",
          "split",
          "map",
          "filter",
          "reduce",
          "reduce_rev",
          "some",
          "all",
          "find",
          "find_map",
          "index_of",
          "zip");

  /** Functions that put another value in the place of their first argument, whatever it is. */
  private static final Set<String> REPLACING = Set.of("take", "set_tag");

  /** Functions that replace an integer. */
  private static final Set<String> BIT_FUNCTIONS = Set.of("set_bit", "set_bits");

  private final Predicate<String> overridden;

  /**
   * Makes one.
   *
   * @param overridden tells which names the host defines functions for
   */
  public NativeTypes(Predicate<String> overridden) {
    this.overridden = overridden;
  }

  /** Tells whether a function is one of a float that gives a float, called directly. */
  public boolean isFloatFunction(String name, List<Node> arguments) {
    return arguments.size() == 1
        && arguments.getFirst().type() == Type.FLOAT
        && FLOAT_FUNCTIONS.contains(name)
        && !overridden.test(name);
  }

  Type result(String name, List<Node> arguments) {
    return isFloatFunction(name, arguments) ? Type.FLOAT : Type.DYNAMIC;
  }

  /** Tells whether a method never changes its receiver. */
  public boolean isPure(String name, int arity) {
    return (LOOKING.contains(name) || OTHER_PURE.contains(name)) && !overridden.test(name);
  }

  /** Tells whether a pure method may be called on constants of all types and leaves them alone. */
  public boolean isForConstants(String name) {
    return !NOT_FOR_CONSTANTS.contains(name);
  }

  /** Tells whether a function only looks at its arguments: it keeps and returns none of them. */
  public boolean onlyLooks(String name, int arity) {
    return LOOKING.contains(name) && !overridden.test(name);
  }

  /** Tells whether a function may leave something else than an array or a map where one was. */
  boolean replacesContainers(String name) {
    return REPLACING.contains(name);
  }

  /** Tells whether a function may replace a variable that it is called with. */
  boolean replacesArgument(String name) {
    return REPLACING.contains(name) || BIT_FUNCTIONS.contains(name);
  }

  /** Tells whether a property is the length of a string or an array. */
  public boolean isLength(Type base, String name) {
    return (base == Type.STRING || base == Type.ARRAY)
        && name.equals("len")
        && !overridden.test(name);
  }

  Type property(Type base, String name) {
    return isLength(base, name) ? Type.INT : Type.DYNAMIC;
  }

  Type method(Type base, String name, List<Node> arguments) {
    if (arguments.isEmpty() && isLength(base, name)) {
      return Type.INT;
    }
    return base == Type.FLOAT
            && arguments.isEmpty()
            && FLOAT_FUNCTIONS.contains(name)
            && !overridden.test(name)
        ? Type.FLOAT
        : Type.DYNAMIC;
  }
}
