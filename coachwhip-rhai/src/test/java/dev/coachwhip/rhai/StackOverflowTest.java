package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However deep calls and data nest: a value or an error of the script, never one of the JVM. */
@Timeout(120)
final class StackOverflowTest extends RhaiEngineFixture {

  private static final String DEEP_ARRAY = "let a = []; for i in 0..30000 { a = [a]; } ";
  private static final String DEEP_MAP = "let a = #{}; for i in 0..30000 { a = #{ a: a }; } ";

  /** What scripts do with a deep value {@code a}. */
  private static final List<String> USES =
      List.of(
          "a",
          "print(a)",
          "debug(a)",
          "a.to_string()",
          "`${a}`",
          "\"\" + a",
          "let b = a; a == b",
          "let b = a; b.x = 1; a == b",
          "let b = [a, 1]; b.contains(a)",
          "let b = [a, a]; b.sort(); b",
          "let b = [a, a]; b.dedup(); b.len",
          "[a].index_of(a)",
          "a in [a]",
          "throw a",
          "try { throw a } catch (e) { print(e) }",
          "switch a { 1 => 2, _ => 3 }",
          "#{ m: a }.to_json()",
          "let f = Fn(\"x\").curry(a); f",
          "let f = |x| a; f.call(1)",
          "let c = a; c.tag = 5; c.tag",
          "let b = a; let x = b; x",
          "f(a)",
          "a.f()",
          "a += a; a.len",
          "fn g(x) { g([x]) } g(a)");

  /** Scripts that nest deeply by themselves. */
  private static final List<String> SCRIPTS =
      List.of(
          "fn f(n) { f(n + 1) } f(0)",
          "fn f(n) { 1 + f(n + 1) } f(0)",
          "fn f(n) { try { f(n + 1) } catch { 1 } } f(0)",
          "fn f(n) { try { f(n + 1) } catch (e) { f(n) } } f(0)",
          "fn f(n) { [n].map(|x| f(x)) } f(0)",
          "fn f(n) { [n, n].sort(|x, y| f(x)) } f(0)",
          "fn f(n) { [n].for_each(f) } f(0)",
          "fn f(n) { f.call(n) } f(0)",
          "fn f(n) { Fn(\"f\").call(n) } f(0)",
          "fn f() { this.f() } let a = 1; a.f()",
          "fn f(n) { let m = #{ g: |x| f(x) }; m.g(n) } f(0)",
          "let g = (); g = |x| g.call(x); g.call(1)",
          "fn f(n) { eval(\"f(1)\") } f(0)",
          "fn f(n) { call(Fn(\"f\"), n) } f(0)",
          "fn f(n) { curry(Fn(\"f\"), n).call() } f(0)",
          "fn f(n) { host(n) } f(0)",
          "fn f(n) { back(n) } f(0)",
          "fn f(n) { #{ a: [f(n)] } } f(0)",
          "fn f(a, b, c, d, e) { let x = a + b; f(x, b, c, d, e + x) } f(1, 2, 3, 4, 5)",
          "let t = \"\"; t.pad(100000, '['); parse_json(\"{\\\"a\\\":\" + t)",
          "let t = \"\"; t.pad(100000, '['); let e = \"\"; e.pad(100000, ']');"
              + " parse_json(\"{\\\"a\\\":\" + t + e + \"}\")",
          "let t = \"\"; t.pad(100000, '('); eval(t)",
          "let t = \"\"; t.pad(100000, '-'); eval(t + \"1\")",
          "let t = \"1\"; t.pad(100000, \"+1\"); eval(t)",
          "let t = \"a\"; t.pad(100000, \".a\"); let a = #{}; eval(t)");

  /** The kinds of threads that run scripts. */
  enum Runner {
    SMALL_STACK,
    VIRTUAL;

    Thread thread(Runnable work) {
      return switch (this) {
        case SMALL_STACK -> new Thread(null, work, "small", 200 << 10);
        case VIRTUAL -> Thread.ofVirtual().unstarted(work);
      };
    }

    @Nullable Throwable failure(Runnable work) {
      FutureTask<@Nullable Throwable> task =
          new FutureTask<>(() -> {
            try {
              work.run();
              return null;
            } catch (Throwable t) {
              return t;
            }
          });
      thread(task).start();
      try {
        return task.get();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private ScriptEngine newEngine(int callDepth) {
    ScriptEngine engine =
        builder()
            .output(OutputStream.nullOutputStream())
            .limits(ScriptLimits.none().withMaxCallDepth(callDepth))
            .option("maxExpressionDepth", 0)
            .option("maxFunctionExpressionDepth", 0)
            .build();
    engine.registerFunction("host", arguments -> engine.call("f", arguments.asLong(0)));
    engine.registerFunction("back", arguments -> engine.executeScript("f(1)"));
    return engine;
  }

  private static List<String> allScripts() {
    List<String> all = new ArrayList<>(SCRIPTS);
    for (String use : USES) {
      String functions = use.contains("f(") && !use.contains("g(") ? "fn f(x) { x } " : "";
      all.add(functions + DEEP_ARRAY + use);
      all.add(functions + DEEP_MAP + use);
    }
    return all;
  }

  private static String check(ScriptEngine engine, Runner runner, String script) {
    Throwable failure =
        runner.failure(() -> {
          ScriptValue value = engine.executeScript(script);
          String text = value.toString();
          assertThat(text).isNotNull();
        });
    if (failure != null && !(failure instanceof ScriptException)) {
      return script + ": " + failure;
    }
    Throwable after =
        runner.failure(() -> assertThat(engine.executeScript("2 * 3").asLong()).isEqualTo(6));
    return after == null ? "" : script + ": afterwards " + after;
  }

  private static List<String> failures(ScriptEngine engine, Runner runner) {
    return allScripts().stream()
        .map(script -> check(engine, runner, script))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void executeScript_defaultCallDepth_neverOverflowsTheHost(Runner runner) {
    try (ScriptEngine engine = newEngine(0)) {
      assertThat(failures(engine, runner)).isEmpty();
    }
  }

  @Test
  void executeScript_greatCallDepth_neverOverflowsTheHost() {
    try (ScriptEngine engine = newEngine(5_000)) {
      assertThat(failures(engine, Runner.VIRTUAL)).isEmpty();
    }
  }
}
