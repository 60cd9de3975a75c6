package dev.coachwhip.testkit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rhai for the contract of all backends. */
public final class RhaiDialect implements Dialect {

  @Override
  public List<Literal> literals() {
    return List.of(
        new Literal("()", null, "()", ""),
        new Literal("true", true, "bool", "true"),
        new Literal("-7", -7L, "i64", "-7"),
        new Literal("0x7fffffffffffffff", Long.MAX_VALUE, "i64", "9223372036854775807"),
        new Literal("0.1", 0.1, "f64", "0.1"),
        new Literal("1e22", 1e22, "f64", "1e22"),
        new Literal("-0.0", -0.0, "f64", "0.0"),
        new Literal("\"it's \\U0001F600 \\x00\"", "it's 😀 \0", "string", "it's 😀 \0"),
        new Literal("'é'", "é", "char", "é"),
        new Literal("\"\\x00a\".to_blob()", new byte[] {0, 'a'}, "blob", "[0061]"),
        new Literal("[1, \"a\", ()]", Arrays.asList(1L, "a", null), "array", "[1, \"a\", ()]"),
        new Literal("[1, 2]", List.of(1L, 2L), "array", "[1, 2]"),
        new Literal("[0.5, 1e16]", List.of(0.5, 1e16), "array", "[0.5, 1e16]"),
        new Literal("[]", List.of(), "array", "[]"),
        new Literal("['a', 1.0]", List.of("a", 1.0), "array", "[a, 1.0]"),
        new Literal("#{k: [true]}", Map.of("k", List.of(true)), "map", "#{\"k\": [true]}"),
        new Literal("#{}", Map.of(), "map", "#{}"),
        new Literal("(1..4)", List.of(1L, 2L, 3L), "range", "1..4"),
        new Literal("(1..=3)", List.of(1L, 2L, 3L), "range=", "1..=3"));
  }

  @Override
  public boolean holds(Object value) {
    return switch (value) {
      case BigInteger number -> number.bitLength() < Long.SIZE;
      case Set<?> _ -> false;
      case Map<?, ?> map -> map.keySet().stream().allMatch(String.class::isInstance);
      default -> true;
    };
  }

  @Override
  public String lines(String... statements) {
    return String.join(";\n", statements);
  }

  @Override
  public String assign(String variable, String expression) {
    return "let " + variable + " = " + expression;
  }

  @Override
  public String result(String expression) {
    return expression;
  }

  @Override
  public String sumBelow(int count) {
    return lines("let total = 0", "for i in 0.." + count + " { total += i; }", "total");
  }

  @Override
  public String function(String name, List<String> parameters, String expression) {
    return "fn " + name + "(" + String.join(", ", parameters) + ") { " + expression + " }";
  }

  @Override
  public String failingFunction(String name) {
    return "fn " + name + "() {\n" + raise() + "\n}";
  }

  @Override
  public String callValue(String variable, String... arguments) {
    return variable + ".call(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String print(String expression) {
    return "print(" + expression + ")";
  }

  @Override
  public String raise() {
    return "throw \"wrong\"";
  }

  @Override
  public String raisedType() {
    return "ErrorRuntime";
  }

  @Override
  public String assignOr(String variable, String expression, String fallback) {
    return "let %1$s = (); try { %1$s = %2$s; } catch { %1$s = %3$s; }"
        .formatted(variable, expression, fallback);
  }

  @Override
  public String endless() {
    return "loop { }";
  }

  @Override
  public String countingDown(String name) {
    return "fn " + name + "(n) { if n == 0 { 0 } else { " + name + "(n - 1) } }";
  }

  @Override
  public BrokenLine brokenLine() {
    return new BrokenLine("y = (1 word)", 8, 12);
  }

  @Override
  public String reservedWord() {
    return "switch";
  }

  @Override
  public Optional<String> exit(int code) {
    return Optional.empty(); // exit(3) ends the script with the value 3
  }
}
