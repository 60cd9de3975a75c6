package dev.coachwhip.worker.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The runs under way, to stop them. A run is stopped by interrupting the thread that runs it. */
final class Runs {

  // An interrupt must never be left over for what the thread does next, so stopping and ending
  // exclude each other.

  private final Map<Long, Thread> threads = new HashMap<>();

  /** Runs that were stopped before they began: the two messages are read by different threads. */
  private final Set<Long> stoppedBefore = new HashSet<>();

  private long lastBegun;

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
    lastBegun = Math.max(lastBegun, number);
    threads.put(number, Thread.currentThread());
    if (stoppedBefore.remove(number)) {
      Thread.currentThread().interrupt();
    }
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
    } else if (number > lastBegun) { // numbers grow from run to run
      stoppedBefore.add(number);
    }
  }
}
