package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that want all the time or memory there is. */
@Timeout(60)
class HostileScriptsTest {

  /** An array of 2 to the 60th numbers, as a script sees it; in memory it is small. */
  private static final String HUGE = "let a = [1]; for i in 0..60 { a = [a, a]; } ";

  private static void run(ScriptEngine engine, String script) {
    assertThat(engine.executeScript(ScriptSource.of(script))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let b = [1]; for i in 0..60 { b = [b, b]; } a == b",
        "let b = [1]; for i in 0..60 { b = [b, b]; } [a].index_of(b)",
        "let m = #{}; for i in 0..60 { m = #{a: m, b: m}; } m == m + #{}",
        "loop { let s = \"\"; s.pad(100000, 'a'); s.contains(\"b\") }",
        "sleep(1000000)",
        "[1, 2].sort(|x, y| loop { })"
      })
  void executeScript_endlessWithinTheLibrary_stoppedByWallTime(String script) {
    ScriptLimits limits = ScriptLimits.none().withWallTime(Duration.ofMillis(200));
    try (ScriptEngine engine = ScriptEngines.builder("rhai").limits(limits).build()) {
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> run(engine, HUGE + script));
      assertThat(engine.executeScript(ScriptSource.of("40 + 2")).asLong()).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.contains(b)",
        "a.index_of(b)",
        "a.replace(b, \"x\")",
        "a.split(b)",
        "a.split_rev(b)",
        "a -= b"
      })
  void executeScript_searchThatAlmostSucceedsEverywhere_isLinear(String search) {
    String strings =
        "let a = \"\"; a.pad(400000, 'a'); let b = \"\"; b.pad(200000, 'a'); b += 'b'; ";
    ScriptLimits limits = ScriptLimits.none().withWallTime(Duration.ofSeconds(5));
    try (ScriptEngine engine = ScriptEngines.builder("rhai").limits(limits).build()) {
      run(engine, strings + search);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let b = []; loop { b.push(blob(2000000000)); }",
        "let s = \"\"; s.pad(2000000000, \"xy\"); loop { s += s; }"
      })
  void executeScript_moreMemoryThanThereIs_isAnErrorAndTheEngineGoesOn(String script) {
    try (ScriptEngine engine = ScriptEngines.builder("rhai").build()) {
      assertThatExceptionOfType(ScriptRuntimeException.class)
          .isThrownBy(() -> run(engine, "{ " + script + " }"))
          .withMessageContaining("Out of memory")
          .withRootCauseInstanceOf(OutOfMemoryError.class);
      assertThat(engine.executeScript(ScriptSource.of("40 + 2")).asLong()).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let s = \"\"; s.pad(800000000, \"xy\"); loop { s += s; }",
        "let a = blob(1500000000); a.append(a);",
      })
  void executeScript_moreThanJavaHolds_isAnErrorOfTheScript(String script) {
    try (ScriptEngine engine = ScriptEngines.builder("rhai").build()) {
      assertThatExceptionOfType(ScriptRuntimeException.class)
          .isThrownBy(() -> run(engine, "{ " + script + " }"))
          .satisfies(e -> assertThat(e.typeName()).isIn("ErrorDataTooLarge", "ErrorSystem"));
    }
  }

  @Test
  void executeScript_closuresThatHoldThemselves_canBePrintedAndCompared() {
    try (ScriptEngine engine = ScriptEngines.builder("rhai").build()) {
      run(engine, "let f = 1; f = |x| f; print([f]); debug(f); f.to_string()");
      run(engine, "let a = []; a.push(|| a); print(a); a.to_string()");
    }
  }
}
