package dev.coachwhip.rhai;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** An engine for each test. */
abstract class RhaiEngineFixture {

  static {
    TestPrograms.choose();
  }

  private @Nullable ScriptEngine engine;

  final ScriptEngineBuilder builder() {
    return ScriptEngines.builder("rhai");
  }

  final ScriptEngine engine() {
    if (engine == null) {
      engine = builder().build();
    }
    return engine;
  }

  @AfterEach
  final void closeEngine() {
    if (engine != null) {
      engine.close();
    }
  }
}
