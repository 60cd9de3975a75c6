/**
 * Engines whose backend runs in a child process: {@code
 * ScriptEngines.builder("python").isolation(Isolation.PROCESS)}.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.worker {
  requires transitive dev.coachwhip.core;
  requires static transitive org.jspecify;

  exports dev.coachwhip.worker;

  uses dev.coachwhip.spi.ScriptEngineProvider;

  provides dev.coachwhip.spi.IsolatedEngines with
      dev.coachwhip.worker.WorkerEngines;
}
