package dev.coachwhip.worker.host;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Does one thing after the other on threads of another executor. */
final class SerialExecutor implements Executor {

  private final Executor threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  SerialExecutor(Executor threads) {
    this.threads = threads;
  }

  @Override
  public synchronized void execute(Runnable work) {
    waiting.add(work);
    if (!busy) {
      busy = true;
      threads.execute(this::runAll);
    }
  }

  private void runAll() {
    Runnable work;
    while ((work = next()) != null) {
      work.run();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Runnable next() {
    Runnable work = waiting.poll();
    busy = work != null;
    return work;
  }
}
