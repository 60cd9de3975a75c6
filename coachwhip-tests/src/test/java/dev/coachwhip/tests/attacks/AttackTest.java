package dev.coachwhip.tests.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.HostFunction;
import dev.coachwhip.Isolation;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each attack ends in a refusal or with a dead worker, in time; what it wanted is unharmed, and so
 * are the host and the engine's next run.
 */
@Tag("python")
@Tag("processes")
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class AttackTest {

  private static final Duration WALL_TIME = Duration.ofSeconds(2);

  /** For a kill and a new worker beyond the limit, on a busy machine. */
  private static final Duration LONGEST = WALL_TIME.plusSeconds(8);

  private static final ScriptLimits LIMITS =
      ScriptLimits.none()
          .withWallTime(WALL_TIME)
          .withMaxMemoryBytes(512L << 20)
          .withMaxOutputBytes(1 << 20);

  @TempDir private static Path folder;
  private static Canaries canaries;
  private static final Map<AttackPolicy, ScriptEngine> ENGINES = new EnumMap<>(AttackPolicy.class);

  @BeforeAll
  static void makeCanaries() throws IOException {
    canaries = new Canaries(folder);
  }

  @AfterAll
  static void closeEngines() throws IOException {
    ENGINES.values().forEach(ScriptEngine::close);
    canaries.assertUnharmed();
    canaries.close();
  }

  private static ScriptEngine engine(AttackPolicy policy) {
    return ENGINES.computeIfAbsent(policy, AttackTest::makeEngine);
  }

  private static ScriptEngine makeEngine(AttackPolicy policy) {
    ScriptEngine engine =
        ScriptEngines.builder("python")
            .isolation(Isolation.PROCESS)
            .policy(policy.policy())
            .limits(LIMITS)
            .output(OutputStream.nullOutputStream())
            .errorOutput(OutputStream.nullOutputStream())
            .build();
    engine.registerFunction("harmless", arguments -> arguments.size());
    engine.registerFunction("calls_back", callsBack());
    return engine;
  }

  private static HostFunction callsBack() {
    return arguments ->
        arguments.get(0).asCallable().call(arguments.get(0), arguments.get(1)).toJava();
  }

  static Stream<Arguments> attacks() {
    String only = System.getProperty("coachwhip.attack", ".*");
    return Attack.all().stream()
        .filter(attack -> attack.name().matches(only))
        .flatMap(attack -> attack.policies().stream().map(policy -> argumentsOf(attack, policy)));
  }

  private static Arguments argumentsOf(Attack attack, AttackPolicy policy) {
    return Arguments.argumentSet(attack.name() + " against " + policy, attack, policy);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void attack_onAnEngineInASandbox_isRefused(Attack attack, AttackPolicy policy)
      throws IOException {
    long start = System.nanoTime();

    String outcome = outcome(engine(policy), attack);

    assertThat(outcome).doesNotContain(canaries.secret()).isIn("refused", "failed");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    if (attack.maySpoilInterpreter()) {
      ENGINES.remove(policy).close();
    }
    assertNextRunIsFine(engine(policy));
    canaries.assertUnharmed();
  }

  /** Returns what came of it; everything that a script can tell the host if that is too much. */
  private static String outcome(ScriptEngine engine, Attack attack) throws IOException {
    try {
      ScriptSource source = ScriptSource.of(attack.name() + ".py", attack.script());
      return engine.start(source, canaries.globals()).join().toString();
    } catch (ScriptException e) {
      String told = e.report();
      return told.contains(canaries.secret()) ? told : "failed";
    }
  }

  private static void assertNextRunIsFine(ScriptEngine engine) {
    engine.clearGlobals();
    engine.registerFunction("harmless", arguments -> arguments.size());
    engine.registerFunction("calls_back", callsBack());
    ScriptSource source =
        ScriptSource.of(
            "next.py",
            """
            import json
            import math

            print("fine")
            [math.sqrt(len("x" * 16)), json.loads('{"a": 1}')["a"], harmless(1, 2)]
            """);
    assertThat(engine.executeScript(source).toJava()).isEqualTo(List.of(4.0, 1L, 2L));
  }
}
