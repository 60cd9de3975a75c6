package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;

/** Lets scripts await Java, and Java wait for coroutines. */
final class Async {

  private Async() {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      awaitAtTheTopLevel(engine);
      coroutineAsFuture(engine);
      javaFuture(engine);
      publisher(engine);
      cancel(engine);
    }
  }

  private static void awaitAtTheTopLevel(ScriptEngine engine) {
    ScriptValue readings =
        engine.executeScript(
            """
            import asyncio

            async def read(channel):
                await asyncio.sleep(0.01)
                return 10 * channel

            await asyncio.gather(read(1), read(2), read(3))
            """);
    IO.println(readings); // [10, 20, 30]
  }

  private static void coroutineAsFuture(ScriptEngine engine) {
    CompletableFuture<Long> doubled =
        engine.call("read", 4).asFuture().thenApply(reading -> 2 * reading.asLong());
    IO.println(doubled.join()); // 80
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the script awaits it
  private static void javaFuture(ScriptEngine engine) {
    engine.registerFunction(
        "move_abs", a -> CompletableFuture.supplyAsync(() -> "at " + a.asDouble(0)));
    IO.println(engine.executeScript("await asyncio.wait_for(move_abs(2.5), 10)")); // at 2.5
  }

  private static void publisher(ScriptEngine engine) {
    try (SubmissionPublisher<Integer> frames = new SubmissionPublisher<>()) {
      engine.setGlobal("frames", frames);
      engine.executeScript("subscription = aiter(frames)");
      frames.submit(1);
      frames.submit(2);
    } // closing it ends the script's loop
    IO.println(engine.executeScript("[frame async for frame in subscription]")); // [1, 2]
  }

  private static void cancel(ScriptEngine engine) {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    engine.registerFunction("begun", _ -> begun.complete(true));
    ScriptRun run =
        engine.start(
            ScriptSource.of(
                """
                try:
                    begun()
                    await asyncio.sleep(seconds)
                finally:
                    print("shutter closed")
                """),
            Map.of("seconds", 3600));
    begun.join();
    IO.println(run.cancel(Duration.ofSeconds(10))); // STOPPED
  }
}
