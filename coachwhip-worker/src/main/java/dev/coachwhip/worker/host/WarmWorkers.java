package dev.coachwhip.worker.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Workers that are started before they are needed. Any thread. */
public final class WarmWorkers implements Workers {

  private final WorkerSpec spec;
  private final int size;
  private final Deque<CompletableFuture<Worker>> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * Makes it; nothing is started yet.
   *
   * @param size how many are kept ready
   */
  public WarmWorkers(WorkerSpec spec, int size) {
    this.spec = spec;
    this.size = size;
  }

  /** Begins to start as many as are missing, at the same time. */
  public synchronized void fill() {
    while (!closed && idle.size() < size) {
      idle.add(CompletableFuture.supplyAsync(this::warm, Watch.RUNS));
    }
  }

  private Worker warm() {
    Worker worker = Worker.start(spec);
    try {
      worker.warmUp();
    } catch (RuntimeException | Error e) {
      worker.kill();
      throw e;
    }
    return worker;
  }

  /**
   * Waits until all that are being started are ready.
   *
   * @throws dev.coachwhip.error.BackendException if one cannot be started
   */
  public void await() {
    List<CompletableFuture<Worker>> all;
    synchronized (this) {
      all = new ArrayList<>(idle);
    }
    all.forEach(WarmWorkers::result);
  }

  @Override
  public Worker take(WorkerSpec kind) {
    CompletableFuture<Worker> next;
    while ((next = poll()) != null) {
      Worker worker = result(next);
      if (worker.isAlive()) {
        fill();
        return worker;
      }
    }
    Worker worker = Worker.start(spec);
    fill();
    return worker;
  }

  private synchronized @Nullable CompletableFuture<Worker> poll() {
    return idle.poll();
  }

  private static Worker result(CompletableFuture<Worker> started) {
    try {
      return started.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Ends those that nobody has taken. */
  @Override
  public void close() {
    List<CompletableFuture<Worker>> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(idle);
      idle.clear();
    }
    all.forEach(WarmWorkers::end);
  }

  private static void end(CompletableFuture<Worker> started) {
    try {
      started.join().kill();
    } catch (CompletionException e) {
      // It did not start.
    }
  }
}
