package dev.coachwhip.tests;

import dev.coachwhip.testkit.Dialect;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Python for the contract of all backends. */
public final class PythonDialect implements Dialect {

  @Override
  public List<Literal> literals() {
    return List.of(
        new Literal("None", null, "NoneType", "None"),
        new Literal("True", true, "bool", "True"),
        new Literal("-7", -7L, "int", "-7"),
        new Literal("2**63", BigInteger.ONE.shiftLeft(63), "int", "9223372036854775808"),
        new Literal(
            "-2**70", BigInteger.ONE.shiftLeft(70).negate(), "int", "-1180591620717411303424"),
        new Literal("0.1", 0.1, "float", "0.1"),
        new Literal("1e22", 1e22, "float", "1e+22"),
        new Literal("-0.0", -0.0, "float", "-0.0"),
        new Literal("float('nan')", Double.NaN, "float", "nan"),
        new Literal("float('-inf')", Double.NEGATIVE_INFINITY, "float", "-inf"),
        new Literal("'it\\'s \\U0001F600 \\0'", "it's 😀 \0", "str", "it's 😀 \0"),
        new Literal("b'\\x00\\xffa'", new byte[] {0, -1, 'a'}, "bytes", "b'\\x00\\xffa'"),
        new Literal("[1, 'a', None]", Arrays.asList(1L, "a", null), "list", "[1, 'a', None]"),
        new Literal("(1, 2.0)", List.of(1L, 2.0), "tuple", "(1, 2.0)"),
        new Literal("(1,)", List.of(1L), "tuple", "(1,)"),
        new Literal("{'k': [True]}", Map.of("k", List.of(true)), "dict", "{'k': [True]}"),
        new Literal("{1: ''}", Map.of(1L, ""), "dict", "{1: ''}"),
        new Literal("{1}", Set.of(1L), "set", "{1}"),
        new Literal("set()", Set.of(), "set", "set()"),
        new Literal("frozenset({1})", Set.of(1L), "frozenset", "frozenset({1})"));
  }

  @Override
  public String assign(String variable, String expression) {
    return variable + " = " + expression;
  }

  @Override
  public String result(String expression) {
    return expression;
  }

  @Override
  public String sumBelow(int count) {
    return lines("total = 0", "for i in range(" + count + "):", "    total += i", "total");
  }

  @Override
  public String function(String name, List<String> parameters, String expression) {
    return lines(
        "def " + name + "(" + String.join(", ", parameters) + "):", "    return " + expression);
  }

  @Override
  public String failingFunction(String name) {
    return lines("def " + name + "():", "    " + raise());
  }

  @Override
  public String print(String expression) {
    return "print(" + expression + ")";
  }

  @Override
  public String raise() {
    return "1 / 0";
  }

  @Override
  public String raisedType() {
    return "ZeroDivisionError";
  }

  @Override
  public String assignOr(String variable, String expression, String fallback) {
    return lines(
        "try:",
        "    " + assign(variable, expression),
        "except Exception:",
        "    " + assign(variable, fallback));
  }

  @Override
  public String endless() {
    return lines("while True:", "    pass");
  }

  @Override
  public String countingDown(String name) {
    return lines("def " + name + "(n):", "    return 0 if n == 0 else " + name + "(n - 1)");
  }

  @Override
  public BrokenLine brokenLine() {
    return new BrokenLine("y = (1 2)", 6, 9);
  }

  @Override
  public String reservedWord() {
    return "lambda";
  }

  @Override
  public Optional<String> exit(int code) {
    return Optional.of("import sys; sys.exit(" + code + ")");
  }
}
