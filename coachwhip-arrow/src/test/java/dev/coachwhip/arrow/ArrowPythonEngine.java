package dev.coachwhip.arrow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.arrow.memory.BufferAllocator;

/**
 * An engine with the functions of {@code arrow_by_hand.py} as globals, which is a module: what it
 * makes is released after the engine was closed, too. Nothing counts as released yet.
 */
final class ArrowPythonEngine implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(20);

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
        sys.modules["arrow_by_hand"].count_anew()
        from arrow_by_hand import *
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

  /** Skips the test where the Python in use has not all of some modules. */
  void assume(String... modules) {
    for (String module : modules) {
      assumeTrue(has(module), module + " is not installed in the Python in use");
    }
  }

  /**
   * Collects in Java and in Python until a condition holds, at most 20 seconds: what values of
   * scripts hold is released once Java has collected them.
   */
  void collectUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      System.gc();
      run("import gc\ngc.collect()");
    }
  }

  /** Closes this and an allocator, which fails if memory of it is still in use. */
  void closeWith(BufferAllocator allocator) {
    engine.clearGlobals();
    collectUntil(() -> allocator.getAllocatedMemory() == 0);
    close();
    allocator.close();
  }

  @Override
  public void close() {
    engine.close();
  }
}
