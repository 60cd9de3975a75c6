package dev.coachwhip.worker.host;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The worker of an engine, and another one when that has ended. */
final class CurrentWorker {

  private final WorkerEngine engine;
  private final WorkerSpec spec;
  private final Workers workers;
  private final List<WeakReference<Worker>> leftBehind = new CopyOnWriteArrayList<>();
  private volatile Worker worker;

  /** Takes the first. */
  CurrentWorker(WorkerEngine engine, WorkerSpec spec, Workers workers) {
    this.engine = engine;
    this.spec = spec;
    this.workers = workers;
    worker = workers.take(spec);
    worker.adopt(engine);
  }

  /** Returns the worker of the moment, which may have ended. */
  Worker get() {
    return worker;
  }

  /**
   * Returns the worker of the moment.
   *
   * @param only the one that it must be; null for any
   * @throws BackendException if it is another one
   */
  @SuppressWarnings("ReferenceEquality") // the very worker
  Worker get(@Nullable Worker only) {
    return required(only, worker);
  }

  /** As {@link #get(Worker)}, a new one if that of before has ended. In the engine's turn. */
  Worker living(@Nullable Worker only) {
    return required(only, living());
  }

  @SuppressWarnings("ReferenceEquality") // the very worker
  private Worker required(@Nullable Worker only, Worker now) {
    if (only != null && only != now) {
      throw Deaths.ofReference(spec.backend());
    }
    return now;
  }

  private Worker living() {
    Worker now = worker;
    return now.isAlive() ? now : replaced(now);
  }

  private Worker replaced(Worker ended) {
    leftBehind.removeIf(reference -> reference.refersTo(null));
    leftBehind.add(new WeakReference<>(ended));
    Worker next = workers.take(spec);
    next.adopt(engine);
    worker = next;
    try {
      return next.connection()
          .converse(() -> {
            engine.replay();
            return next;
          });
    } catch (RuntimeException | Error e) {
      next.kill(); // or the next call would go on without what is missing
      throw e;
    }
  }

  /**
   * What a host function does that was called by a script whose process has ended must not reach
   * the one that came after it.
   *
   * @throws BackendException if the calling thread is in such a function
   */
  void requireNotLeftBehind() {
    for (WeakReference<Worker> reference : leftBehind) {
      Worker before = reference.get();
      if (before != null && before.connection().isServing()) {
        throw new BackendException(
            ErrorDetails.of(
                spec.backend(), "the process of the script that called this function has ended"));
      }
    }
  }

  /** Closes the worker and what was started beside it. */
  void close() {
    worker.close();
    workers.close();
  }
}
