package dev.coachwhip.worker.server;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The runs under way, to stop them. A run is stopped by interrupting the thread that runs it. */
final class Runs {

  // An interrupt must never be left over for what the thread does next, so stopping and ending
  // exclude each other.

  private final Map<Long, Thread> threads = new HashMap<>();

  /** Does work that can be stopped by its number; 0 for work that is part of another run. */
  <T extends @Nullable Object> T run(long number, Supplier<T> work) {
    if (number == 0) {
      return work.get();
    }
    begin(number);
    try {
      return work.get();
    } finally {
      end(number);
    }
  }

  private synchronized void begin(long number) {
    threads.put(number, Thread.currentThread());
  }

  private synchronized void end(long number) {
    threads.remove(number);
    boolean _ = Thread.interrupted();
  }

  /** Stops a run, if it is under way. */
  synchronized void stop(long number) {
    Thread thread = threads.get(number);
    if (thread != null) {
      thread.interrupt();
    }
  }
}
