package dev.coachwhip.worker.protocol;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Does one thing after the other on threads of another executor. */
public final class SerialExecutor implements Executor {

  private final Executor threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Makes it. */
  public SerialExecutor(Executor threads) {
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

  private synchronized @Nullable Runnable next() {
    Runnable work = waiting.poll();
    busy = work != null;
    return work;
  }
}
