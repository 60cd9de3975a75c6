package dev.coachwhip.rhai;

import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.WhenStuck;
import dev.coachwhip.spi.EngineConfig;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uses an engine once, so that parser, compiler and linker are there when a script comes. */
final class WarmUp {

  private static final String SCRIPT =
      """
      fn add(a, b) { a + b }
      let list = [1, 2.5, "three"];
      for i in 0..3 { list.push(add(i, 1)); }
      let map = #{ name: `${list.len()}`, f: |x| x * 2 };
      while list.len() > 5 { list.pop(); }
      try { throw map.f.call(host(list[0])); } catch (e) { e }
      """;

  private WarmUp() {}

  static EngineConfig config() {
    Optional<OutputStream> nowhere = Optional.of(OutputStream.nullOutputStream());
    return new EngineConfig(
        nowhere,
        nowhere,
        ScriptLimits.none(),
        Policy.open(),
        Isolation.NONE,
        Sandbox.REQUIRED,
        WhenStuck.REFUSE,
        List.of(),
        Map.of());
  }

  static void run(ScriptEngine engine) {
    engine.registerFunction("host", arguments -> arguments.asLong(0) + 1);
    ScriptValue _ = engine.executeScript(SCRIPT);
  }
}
