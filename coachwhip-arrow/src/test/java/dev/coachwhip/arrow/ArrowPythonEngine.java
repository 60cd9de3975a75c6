package dev.coachwhip.arrow;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An engine with the functions of {@code arrow_by_hand.py} as globals, which is a module: what it
 * makes is released after the engine was closed, too. Nothing counts as released yet.
 */
final class ArrowPythonEngine implements AutoCloseable {

  private final ScriptEngine engine = ScriptEngines.create("python");

  ArrowPythonEngine() {
    engine.setGlobal("text", byHand());
    engine.executeScript(
        """
        import sys, types
        if "arrow_by_hand" not in sys.modules:
            module = types.ModuleType("arrow_by_hand")
            exec(compile(text, "arrow_by_hand.py", "exec"), module.__dict__)
            sys.modules["arrow_by_hand"] = module
        from arrow_by_hand import *
        released.clear()
        """);
  }

  private static String byHand() {
    try (InputStream in = ArrowPythonEngine.class.getResourceAsStream("arrow_by_hand.py")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScriptEngine engine() {
    return engine;
  }

  void set(String name, Object value) {
    engine.setGlobal(name, value);
  }

  ScriptValue run(String script) {
    return engine.executeScript(script);
  }

  boolean has(String module) {
    return run("import importlib.util\nimportlib.util.find_spec('%s') is not None"
            .formatted(module))
        .asBoolean();
  }

  @Override
  public void close() {
    engine.close();
  }
}
