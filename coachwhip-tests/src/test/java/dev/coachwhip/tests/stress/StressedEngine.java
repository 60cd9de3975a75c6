package dev.coachwhip.tests.stress;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.tests.support.HostFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * An engine of the stress test, with the scripts' side of it and what Java expects of that side.
 */
final class StressedEngine implements AutoCloseable {

  private static final String SETUP =
      """
      import gc
      import sys

      class Sentinel:
          pass

      # Fresh objects of a class: unlike small ints and names, these are counted in every version.
      sentinels = [Sentinel() for _ in range(8)]
      counter = 0

      def add(a, b):
          return a + b

      def through_host(n):
          return host_add(n, host_twice(n))

      def count_up(by):
          global counter
          for _ in range(by):
              counter += 1

      def is_sentinel(candidate, i):
          return candidate is sentinels[i]

      def pass_through_host(i):
          return host_same(sentinels[i]) is sentinels[i]

      def fail_through_host(key):
          try:
              host_fail(key)
          finally:
              touched = sentinels[key % len(sentinels)]

      def catch_from_host(key):
          try:
              host_fail(key)
          except Exception as e:
              return str(e)

      def say(who, i):
          print(name, who, i)

      def reference_counts():
          gc.collect()
          return [sys.getrefcount(s) for s in sentinels]
      """;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ScriptEngine engine;
  private final String name;
  final AtomicLong counted = new AtomicLong();
  final AtomicLong said = new AtomicLong();

  StressedEngine(String name) {
    this.name = name;
    engine = ScriptEngines.builder("python").output(printed).build();
    engine.setGlobal("name", name);
    engine.registerFunction("host_twice", a -> 2 * a.asLong(0));
    engine.registerFunction("host_add", a -> engine.call("add", a.asLong(0), a.asLong(1)));
    engine.registerFunction("host_same", a -> a.get(0));
    engine.registerFunction(
        "host_fail",
        a -> {
          throw new HostFailure(a.asLong(0));
        });
    engine.executeScript(SETUP);
  }

  ScriptEngine engine() {
    return engine;
  }

  /** Lets this engine's scripts call into another one. */
  void connect(StressedEngine other) {
    engine.registerFunction(
        "host_ask_next", a -> other.engine.call("add", a.asLong(0), a.asLong(1)));
    engine.executeScript("def ask_next(a, b):\n    return host_ask_next(a, b)");
  }

  String name() {
    return name;
  }

  long counter() {
    return engine.getGlobal("counter").asLong();
  }

  List<ScriptValue> referenceCounts() {
    return engine.call("reference_counts").asList();
  }

  Stream<String> printedLines() {
    return printed.toString(StandardCharsets.UTF_8).lines();
  }

  @Override
  public void close() {
    engine.close();
  }
}
