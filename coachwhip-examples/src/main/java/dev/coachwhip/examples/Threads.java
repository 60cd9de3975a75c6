package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Shares one engine among threads: each run gets its variables and runs as one step. */
final class Threads {

  private Threads() {}

  static void main() {
    ScriptSource task = ScriptSource.of("task.py", "print(f'Task {task_id} running')");
    try (ScriptEngine engine = ScriptEngines.create("python");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        Map<String, Integer> globals = Map.of("task_id", i);
        threads.execute(() -> engine.start(task, globals).join());
      }
    }
  }
}
