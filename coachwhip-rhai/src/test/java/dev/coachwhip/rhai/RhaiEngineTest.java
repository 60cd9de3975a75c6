package dev.coachwhip.rhai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.Exposed;
import dev.coachwhip.Policy;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RhaiEngineTest extends RhaiEngineFixture {

  /** What a script may do with a stage. */
  public interface Stage {
    double moveAbs(double position);

    double getPosition();

    void setPosition(double position);
  }

  private static final class SimulatedStage implements Stage {
    private double position;

    @Override
    public double moveAbs(double target) {
      position = target;
      return position;
    }

    @Override
    public double getPosition() {
      return position;
    }

    @Override
    public void setPosition(double target) {
      position = target;
    }

    @Override
    public String toString() {
      return "stage at " + position;
    }
  }

  @Test
  void exposedObject_methodsAndProperties_areReached() {
    SimulatedStage stage = new SimulatedStage();
    engine().setGlobal("stage", Exposed.of(stage, Stage.class));
    ScriptValue value =
        engine()
            .executeScript(
                """
                let moved = stage.move_abs(2.5);
                stage.position += 1.0;
                [moved, stage.position, stage.moveAbs(4.0), type_of(stage), `${stage}`, stage == stage]
                """);
    assertThat(value.toJava()).isEqualTo(List.of(2.5, 3.5, 4.0, "Stage", "stage at 4.0", true));
    assertThat(engine().getGlobal("stage").toJava()).isSameAs(stage);
  }

  @Test
  void exposedObject_unknownMember_isAnErrorOfTheScript() {
    engine().setGlobal("stage", Exposed.of(new SimulatedStage(), Stage.class));
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine().executeScript("stage.explode()"))
        .withMessageContaining("explode (Stage)");
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine().executeScript("stage.mass"))
        .withMessageContaining("mass");
  }

  @Test
  void liveList_readAndWritten_isTheHosts() {
    List<Long> list = new ArrayList<>(List.of(1L, 2L));
    engine().setGlobal("list", Exposed.live(list));
    ScriptValue value =
        engine()
            .executeScript(
                "list.add(3); list[0] = 10; let sum = 0; for x in list { sum += x; } [sum, list.len()]");
    assertThat(value.toJava()).isEqualTo(List.of(15L, 3L));
    assertThat(list).containsExactly(10L, 2L, 3L);
  }

  @Test
  void values_ofJavasOwnKinds_becomeTheNearest() {
    record Point(long x, List<String> tags) {}
    engine().setGlobal("p", new Point(3, List.of("a")));
    engine().setGlobal("a", new double[] {1, 2});
    engine().setGlobal("i", new int[][] {{1}, {2, 3}});
    engine().setGlobal("s", Stream.of(1, 2, 3));
    engine().setGlobal("d", RunState.QUEUED);
    engine().setGlobal("t", Instant.now());
    assertThat(
            engine()
                .executeScript(
                    "let n = 0; for x in s { n += x; } [p.x, p.tags, a, i, n, d, type_of(t), t.elapsed < 5.0]")
                .toJava())
        .isEqualTo(
            List.of(
                3L,
                List.of("a"),
                List.of(1.0, 2.0),
                List.of(List.of(1L), List.of(2L, 3L)),
                6L,
                "QUEUED",
                "timestamp",
                true));
    assertThat(engine().getGlobal("p").as(Point.class)).isEqualTo(new Point(3, List.of("a")));
  }

  @Test
  void typeMapping_bothWays_comesBeforeTheEnginesOwn() {
    TypeMapping<BigDecimal> exact =
        new TypeMapping<>(
            BigDecimal.class,
            "map",
            number -> Map.of("unscaled", number.unscaledValue(), "scale", number.scale()),
            map ->
                BigDecimal.valueOf(
                    requireNonNull(map.asMap().get("unscaled")).asLong(),
                    Math.toIntExact(requireNonNull(map.asMap().get("scale")).asLong())));
    try (ScriptEngine mapping = builder().map(exact).build()) {
      mapping.setGlobal("price", new BigDecimal("12.50"));
      ScriptValue value = mapping.executeScript("price.unscaled += 50; [price, 2]");
      assertThat(value.toJava()).isEqualTo(List.of(new BigDecimal("13.00"), 2L));
      assertThat(value).hasToString("[#{\"scale\": 2, \"unscaled\": 1300}, 2]");
      mapping.setGlobal("again", value);
      assertThat(mapping.executeScript("again[0].scale").asLong()).isEqualTo(2);
    }
  }

  @Test
  void value_openRange_isAReferenceThatGoesBack() {
    ScriptValue range = engine().executeScript("(5..)");
    assertThat(range.isReference()).isTrue();
    assertThat(range).hasToString("5..");
    engine().setGlobal("r", range);
    assertThat(engine().executeScript("\"abcdefgh\"[r]").asString()).isEqualTo("fgh");
  }

  @Test
  void closure_heldByTheHost_goesOnSharing() {
    ScriptCallable counter =
        engine().executeScript("let n = 0; let count = |by| { n += by; n }; count").asCallable();
    assertThat(counter.call(2).asLong()).isEqualTo(2);
    assertThat(counter.call(3).asLong()).isEqualTo(5);
    assertThat(engine().getGlobal("n").asLong()).isEqualTo(5);
  }

  /** Implemented by scripts. */
  interface Scan {
    double signal(double x);

    String describe(String name, int points);
  }

  @Test
  void bind_interface_callsTheScriptsFunctions() {
    engine().executeScript("fn signal(x) { x * 2.0 } fn describe(name, n) { `${name}: ${n}` }");
    Scan scan = engine().bind(Scan.class);
    assertThat(scan.signal(1.5)).isEqualTo(3.0);
    assertThat(scan.describe("scan", 4)).isEqualTo("scan: 4");
  }

  @Test
  void functions_ofEarlierScripts_areCalledAndNamedInFrames() {
    engine().executeScript(ScriptSource.of("lib.rhai", "fn check(x) {\n  throw `bad ${x}`;\n}"));
    ScriptSource main = ScriptSource.of("main.rhai", "let x = 1;\n\ncheck(x)");
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine().executeScript(main))
        .withMessage("Runtime error: bad 1")
        .satisfies(e ->
            assertThat(e.frames())
                .extracting(Object::toString)
                .containsExactly("at check (lib.rhai:2:3)", "at <script> (main.rhai:3:1)"))
        .satisfies(e -> assertThat(e.location().orElseThrow().sourceName()).isEqualTo("lib.rhai"));
  }

  @Test
  void functions_redefined_areTheNewOnesInScriptsThatRanBefore() {
    engine().executeScript("fn f() { 1 }");
    ScriptSource caller = ScriptSource.of("f() + 10");
    assertThat(engine().executeScript(caller).asLong()).isEqualTo(11);
    engine().executeScript("fn f() { 2 }");
    assertThat(engine().executeScript(caller).asLong()).isEqualTo(12);
    engine().registerFunction("g", _ -> 1);
    assertThat(engine().executeScript("g()").asLong()).isEqualTo(1);
    engine().registerFunction("g", _ -> 2);
    assertThat(engine().executeScript("g()").asLong()).isEqualTo(2);
  }

  @Test
  void registeredFunction_ofAStandardName_comesFirst() {
    assertThat(engine().executeScript("[1, 2].len()").asLong()).isEqualTo(2);
    engine().registerFunction("len", _ -> 42);
    assertThat(engine().executeScript("[1, 2].len()").asLong()).isEqualTo(42);
  }

  @Test
  void validateScript_severalErrors_tellsAll() {
    assertThatExceptionOfType(ScriptSyntaxException.class)
        .isThrownBy(() -> engine().validateScript("let = 1;\nlet b = 2;\nlet c = ;\n"))
        .satisfies(e -> assertThat(e.location().orElseThrow().line()).isEqualTo(1))
        .satisfies(e -> assertThat(e.report()).contains("<script>:1:5", "<script>:3:9"));
  }

  @Test
  void pause_runningScript_holdsItUntilResumed() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    engine()
        .registerFunction(
            "tick",
            _ -> {
              running.countDown();
              return null;
            });
    ScriptRun run = engine().start(ScriptSource.of("let n = 0; loop { tick(); n += 1; }"));
    running.await();
    run.pause();
    assertThat(run.state()).isEqualTo(RunState.PAUSED);
    run.resume();
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    run.pause();
    assertThat(run.cancel(Duration.ofSeconds(10))).isEqualTo(CancelOutcome.STOPPED);
  }

  @Test
  void cancel_sleepingScript_wakesIt() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    engine()
        .registerFunction(
            "tick",
            _ -> {
              running.countDown();
              return null;
            });
    ScriptRun run = engine().start(ScriptSource.of("tick(); sleep(1000);"));
    running.await();
    long began = System.nanoTime();
    assertThat(run.cancel(Duration.ofSeconds(10))).isEqualTo(CancelOutcome.STOPPED);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void recursion_withoutLimit_isRhaisOwnError() {
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine().executeScript("fn f(n) { f(n + 1) } f(0)"))
        .satisfies(e -> assertThat(e.typeName()).isEqualTo("ErrorStackOverflow"));
  }

  @Test
  void recursion_deepLimit_hasTheStackForIt() {
    ScriptLimits limits = ScriptLimits.none().withMaxCallDepth(20_000);
    try (ScriptEngine deep = builder().limits(limits).build()) {
      deep.executeScript("fn down(n) { if n == 0 { 0 } else { 1 + down(n - 1) } }");
      assertThat(deep.call("down", 15_000).asLong()).isEqualTo(15_000);
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> deep.call("down", 25_000))
          .satisfies(e -> assertThat(e.limit()).isEqualTo("maxCallDepth"));
    }
  }

  @Test
  void options_dataSizes_areLimits() {
    try (ScriptEngine small =
        builder()
            .option("maxArraySize", 10)
            .option("maxStringSize", 20)
            .option("maxMapSize", 3)
            .build()) {
      assertLimit(small, "let a = []; loop { a.push(1); }", "maxArraySize");
      assertLimit(small, "let s = \"\"; loop { s += \"abc\"; }", "maxStringSize");
      assertLimit(small, "let m = #{}; for i in 0..9 { m.set(`k${i}`, i); }", "maxMapSize");
    }
  }

  private static void assertLimit(ScriptEngine engine, String script, String limit) {
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(() -> engine.executeScript(script))
        .satisfies(e -> assertThat(e.limit()).isEqualTo(limit));
  }

  @Test
  void options_syntaxSwitches_takePartsOfTheLanguageAway() {
    try (ScriptEngine small =
        builder()
            .option("disabledSymbols", List.of("eval"))
            .option("allowLooping", false)
            .option("strictVariables", true)
            .build()) {
      for (String script : List.of("eval(\"1\")", "loop { }", "unknown + 1")) {
        assertThatExceptionOfType(ScriptSyntaxException.class)
            .as(script)
            .isThrownBy(() -> small.executeScript(script));
      }
    }
  }

  @Test
  void options_badValues_areRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().option("maxMapSize", -1).build())
        .withMessageContaining("maxMapSize");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().option("optimization", "best").build())
        .withMessageContaining("optimization");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().option("disabledSymbols", List.of(1)).build())
        .withMessageContaining("disabledSymbols");
  }

  @Test
  void strictVariables_globalsOfTheHost_areKnown() {
    try (ScriptEngine strict = builder().option("strictVariables", true).build()) {
      strict.setGlobal("known", 41);
      assertThat(strict.executeScript("known + 1").asLong()).isEqualTo(42);
      strict.executeScript("let made = 1;");
      assertThat(strict.executeScript("made").asLong()).isEqualTo(1);
    }
  }

  @Test
  void import_fileOfTheModuleFolder_givesItsFunctions(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tools.rhai"), "fn twice(x) { 2 * x } export const N = 7;");
    Files.writeString(folder.resolve("broken.rhai"), "let = 1");
    try (ScriptEngine engine = builder().option("moduleFolder", folder.toString()).build()) {
      assertThat(engine.executeScript("import \"tools\" as t; [t::twice(4), t::N]").toJava())
          .isEqualTo(List.of(8L, 7L));
      assertThatExceptionOfType(ScriptRuntimeException.class)
          .isThrownBy(() -> engine.executeScript("import \"none\" as n;"))
          .satisfies(e -> assertThat(e.typeName()).isEqualTo("ErrorModuleNotFound"));
      assertThatExceptionOfType(ScriptRuntimeException.class)
          .isThrownBy(() -> engine.executeScript("import \"broken\" as n;"))
          .satisfies(e -> assertThat(e.typeName()).isEqualTo("ErrorParsing"));
    }
  }

  @Test
  void import_besideTheScriptsFile_isFound(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tools.rhai"), "fn one() { 1 }");
    Path main = folder.resolve("main.rhai");
    Files.writeString(main, "import \"tools\" as t; t::one()");
    assertThat(engine().executeScript(ScriptSource.load(main)).asLong()).isEqualTo(1);
  }

  @Test
  void policy_restrictsFiles_importIsRefusedUnlessReadable(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("tools.rhai"), "fn one() { 1 }");
    String script = "import \"tools\" as t; t::one()";
    try (ScriptEngine engine =
        builder().policy(Policy.analysis()).option("moduleFolder", folder.toString()).build()) {
      assertThatExceptionOfType(PolicyViolationException.class)
          .isThrownBy(() -> engine.executeScript(script))
          .satisfies(e -> assertThat(e.refused()).contains("tools"));
      assertThat(engine.executeScript("40 + 2").asLong()).isEqualTo(42);
    }
    try (ScriptEngine engine =
        builder()
            .policy(Policy.builder().allowReading(folder).build())
            .option("moduleFolder", folder.toString())
            .build()) {
      assertThat(engine.executeScript(script).asLong()).isEqualTo(1);
    }
  }

  @Test
  void globals_constantsOfScripts_stayConstant() {
    engine().executeScript("const LIMIT = 5;");
    assertThat(engine().executeScript("LIMIT").asLong()).isEqualTo(5);
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine().executeScript("LIMIT = 6;"))
        .satisfies(e -> assertThat(e.typeName()).isEqualTo("ErrorAssignmentToConstant"));
    engine().setGlobal("LIMIT", Map.of("a", 1));
    assertThat(engine().executeScript("LIMIT.a = 2; LIMIT.a").asLong()).isEqualTo(2);
  }

  @Test
  void exit_withValue_endsTheScriptWithIt() {
    assertThat(engine().executeScript("let a = 1; exit(a + 1); a = 5;").asLong()).isEqualTo(2);
    assertThat(engine().getGlobal("a").asLong()).isEqualTo(1);
  }

  @Test
  void metrics_runsAndFailures_areCounted() {
    engine().executeScript("1");
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine().executeScript("throw 1"));
    assertThat(engine().metrics().runs()).isEqualTo(2);
    assertThat(engine().metrics().failures()).isEqualTo(1);
  }
}
