package dev.coachwhip.rhai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

final class RhaiExtensionsTest extends RhaiEngineFixture {

  /** A type of the host. */
  static final class Vector {
    double x;
    final double y;

    Vector(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  private static RhaiExtensions vectors() {
    return RhaiExtensions.builder()
        .function("vector", double.class, double.class, Vector::new)
        .function("vector", () -> new Vector(0, 0))
        .type(
            Vector.class,
            "Vector",
            type ->
                type.property("x", double.class, v -> v.x, (v, x) -> v.x = x)
                    .getter("y", v -> v.y)
                    .method("length", v -> Math.hypot(v.x, v.y))
                    .method("scaled", double.class, (v, by) -> new Vector(v.x * by, v.y * by))
                    .operator("+", Vector.class, (v, w) -> new Vector(v.x + w.x, v.y + w.y))
                    .operator("*", double.class, (v, by) -> new Vector(v.x * by, v.y * by))
                    .indexGetter(long.class, (v, i) -> i == 0 ? v.x : v.y)
                    .indexSetter(long.class, double.class, (v, i, value) -> v.x = value)
                    .iterator(v -> List.of(v.x, v.y).iterator())
                    .text(v -> "<" + v.x + ", " + v.y + ">"))
        .build();
  }

  private ScriptValue runWith(RhaiExtensions extensions, String script) {
    try (ScriptEngine engine = builder().option("extensions", extensions).build()) {
      return engine.executeScript(script);
    }
  }

  private Object javaOf(RhaiExtensions extensions, String script) {
    return requireNonNull(runWith(extensions, script).toJava());
  }

  @Test
  void type_membersOperatorsAndIndexers_workInScripts() {
    assertThat(
            javaOf(
                vectors(),
                """
                let v = vector(3.0, 4.0);
                let w = v + vector(1.0, 0.0) * 2.0;
                v.x = 6.0;
                v[0] += 1.0;
                let sum = 0.0;
                for part in w { sum += part; }
                [v.x, v.y, v[1], w.length(), w.scaled(2.0).x, sum, type_of(v), `${w}`]
                """))
        .isEqualTo(List.of(7.0, 4.0, 4.0, Math.hypot(5, 4), 10.0, 9.0, "Vector", "<5.0, 4.0>"));
  }

  @Test
  void type_objectGoesBackToJava_isTheSame() {
    Vector vector = new Vector(1, 2);
    try (ScriptEngine engine = builder().option("extensions", vectors()).build()) {
      engine.setGlobal("v", vector);
      ScriptValue value = engine.executeScript("let w = [v]; w[0].x = 9.0; w");
      assertThat(value.asList().getFirst().as(Vector.class)).isSameAs(vector);
      assertThat(value.asList().getFirst().typeName()).isEqualTo("Vector");
      assertThat(vector.x).isEqualTo(9.0);
    }
  }

  @Test
  void function_severalTypes_areToldApart() {
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .function("kind", long.class, _ -> "int")
            .function("kind", double.class, _ -> "float")
            .function("kind", String.class, _ -> "string")
            .function("kind", List.class, list -> "list of " + list.size())
            .function("kind", Map.class, map -> "map of " + map.keySet())
            .function("kind", Object.class, _ -> "any")
            .build();
    assertThat(
            javaOf(
                extensions,
                "[kind(1), kind(1.0), kind(\"a\"), kind([1, 2]), kind(#{a: 1}), kind('c'), 5.kind()]"))
        .isEqualTo(List.of("int", "float", "string", "list of 2", "map of [a]", "any", "int"));
  }

  @Test
  void function_missingOverload_isNotFoundWithItsTypes() {
    RhaiExtensions extensions =
        RhaiExtensions.builder().function("f", double.class, x -> x).build();
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> runWith(extensions, "f(1)"))
        .withMessageContaining("f (i64)")
        .satisfies(e -> assertThat(e.typeName()).isEqualTo("ErrorFunctionNotFound"));
  }

  @Test
  void function_takesClosure_asFunctionOfJava() {
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .function("twice", LongUnaryOperator.class, f -> f.applyAsLong(f.applyAsLong(1)))
            .function("three_times", ScriptCallable.class, f -> f.call(3))
            .build();
    assertThat(javaOf(extensions, "let k = 10; [twice(|x| x + k), three_times(|x| x * k)]"))
        .isEqualTo(List.of(21L, 30L));
  }

  @Test
  void function_throws_canBeCaughtAndIsTheCause() {
    IOException failure = new IOException("disk");
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .function(
                "fail",
                () -> {
                  throw failure;
                })
            .build();
    assertThat(javaOf(extensions, "let t = 0; try { fail(); } catch (e) { t = e; } t"))
        .isEqualTo("disk");
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> runWith(extensions, "fail()"))
        .satisfies(e -> assertThat(e.getCause()).isSameAs(failure));
  }

  /** Functions of a class. */
  public static final class Geometry {
    private Geometry() {}

    /** Adds. */
    @RhaiExport
    public static double surfaceOf(double width, double height) {
      return width * height;
    }

    /** An operator. */
    @RhaiExport(name = "<=>")
    public static long compare(long left, long right) {
      return Long.compare(left, right);
    }

    /** A property of strings. */
    @RhaiExport(name = "shout", kind = RhaiExport.Kind.GETTER)
    public static String shout(String text) {
      return text + "!";
    }
  }

  @Test
  void functions_ofAnnotatedClass_areThereInSnakeCase() {
    RhaiExtensions extensions = RhaiExtensions.builder().functions(Geometry.class).build();
    assertThat(javaOf(extensions, "[surface_of(2.0, 3.0), \"a\".shout]"))
        .isEqualTo(List.of(6.0, "a!"));
  }

  @Test
  void functions_ofClassWithout_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RhaiExtensions.builder().functions(String.class))
        .withMessageContaining("java.lang.String");
  }

  @Test
  void customOperator_withFunction_isBinary() {
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .customOperator("plus", 150)
            .function("plus", long.class, long.class, (a, b) -> a + b)
            .build();
    assertThat(javaOf(extensions, "1 plus 2 * 3")).isEqualTo(7L);
    assertThatExceptionOfType(ScriptSyntaxException.class)
        .isThrownBy(() -> engine().executeScript("1 plus 2"));
  }

  @Test
  void module_functionsAndConstants_areImported() {
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .module(
                "lab/stage",
                RhaiExtensions.builder()
                    .function("twice", long.class, n -> 2 * n)
                    .constant("LIMIT", 25)
                    .build())
            .scriptModule("tools", "fn inc(x) { x + 1 } export const ONE = 1;")
            .build();
    assertThat(
            javaOf(
                extensions,
                """
                import "lab/stage" as stage;
                import "tools" as tools;
                [stage::twice(4), stage::LIMIT, tools::inc(1), tools::ONE]
                """))
        .isEqualTo(List.of(8L, 25L, 2L, 1L));
  }

  @Test
  void onProgress_returnsValue_endsTheScript() {
    long[] seen = {0};
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .onProgress(operations -> (seen[0] = operations) > 1000 ? "enough" : null)
            .build();
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> runWith(extensions, "loop { }"))
        .satisfies(e -> assertThat(e.typeName()).isEqualTo("ErrorTerminated"));
    assertThat(seen[0]).isEqualTo(1001);
  }
}
