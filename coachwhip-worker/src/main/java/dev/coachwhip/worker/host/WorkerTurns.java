package dev.coachwhip.worker.host;

import dev.coachwhip.EngineMetrics;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.spi.RunCounts;
import dev.coachwhip.spi.RunQueue;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the calls to one engine their turn and a living worker, and errors their meaning. */
final class WorkerTurns {

  // One call, end to end: take a turn in the queue; see that there is a worker, or start one and
  // set in it what the host had set; send, wait, read; leave. A call made by a host function that
  // this engine's script calls is part of the conversation it is called in: no turn, and no run of
  // its own to stop.

  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
  private static final Duration FREE_WAIT = Duration.ofSeconds(2);

  /** A call that is part of another run. */
  static final long NO_RUN = 0;

  private final WorkerEngine engine;
  private final WorkerSpec spec;
  private final Workers workers;
  private final RunQueue queue = new RunQueue();
  private final RunCounts counts = new RunCounts();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final List<WeakReference<Worker>> leftBehind = new CopyOnWriteArrayList<>();
  private volatile Worker worker;
  private volatile @Nullable ActiveRun active;

  WorkerTurns(WorkerEngine engine, WorkerSpec spec, Workers workers) {
    this.engine = engine;
    this.spec = spec;
    this.workers = workers;
    worker = workers.take(spec);
    worker.adopt(engine);
  }

  @Nullable ActiveRun active() {
    return active;
  }

  /** Tells whether the calling thread serves this engine's script. */
  boolean runsOnThisThread() {
    return worker.connection().isServing();
  }

  /** Tells whether the calling thread is in a call to the worker of the moment. */
  private boolean isInside() {
    return worker.connection().isConversing();
  }

  /** Has something short done in the engine's turn. */
  <T> T inTurn(
      ToWorker operation,
      BiConsumer<Worker, WireWriter> write,
      BiFunction<Worker, WireReader, T> read) {
    requireOpen();
    if (isInside()) {
      return call(worker, operation, out -> write.accept(worker, out), read);
    }
    RunQueue.Turn turn = enter();
    try {
      Worker living = living();
      return call(living, operation, out -> write.accept(living, out), read);
    } finally {
      turn.leave();
    }
  }

  private <T> T call(
      Worker with,
      ToWorker operation,
      Consumer<WireWriter> write,
      BiFunction<Worker, WireReader, T> read) {
    return translated(null, operation.name(), () -> read.apply(with, with.call(operation, write)));
  }

  /**
   * Has something done in the engine's turn that may run for long, on behalf of the calling thread.
   *
   * @param only the worker that it must be done in; null for the one of the moment
   * @param what what runs, for messages
   */
  <T> T inRun(
      @Nullable Worker only,
      String what,
      ToWorker operation,
      BiConsumer<Worker, WireWriter> write,
      BiFunction<Worker, WireReader, T> read) {
    requireOpen();
    if (isInside()) {
      return translated(
          null, what, () -> send(required(only, worker), NO_RUN, operation, write, read, () -> {}));
    }
    ActiveRun run = new ActiveRun(Thread.currentThread());
    run.begin(enter());
    return inRun(run, only, what, operation, write, read);
  }

  private <T> T inRun(
      ActiveRun run,
      @Nullable Worker only,
      String what,
      ToWorker operation,
      BiConsumer<Worker, WireWriter> write,
      BiFunction<Worker, WireReader, T> read) {
    return counts.timed(
        spec.backend(),
        what,
        run.queueNanos(),
        () -> uncounted(run, only, what, operation, write, read));
  }

  /** Returns what has been done; what workers hold and convert is not counted. */
  EngineMetrics metrics() {
    return new EngineMetrics(
        counts.runs(),
        counts.failures(),
        counts.cancellations(),
        Duration.ofNanos(queue.waitedNanos()),
        counts.runTime(),
        queue.waiting(),
        0,
        0,
        0,
        0);
  }

  private <T> T uncounted(
      ActiveRun run,
      @Nullable Worker only,
      String what,
      ToWorker operation,
      BiConsumer<Worker, WireWriter> write,
      BiFunction<Worker, WireReader, T> read) {
    try {
      requireNotClosed();
      Worker living = required(only, livingFor(run));
      active = run;
      return translated(
          run,
          what,
          () -> {
            run.begin(living, spec.config().limits().wallTime());
            return send(
                living,
                run.number(),
                operation,
                write,
                read,
                () -> run.stop(Stop.INTERRUPT, ActiveRun.GRACE));
          });
    } finally {
      active = null;
      run.end();
    }
  }

  private <T> T send(
      Worker with,
      long run,
      ToWorker operation,
      BiConsumer<Worker, WireWriter> write,
      BiFunction<Worker, WireReader, T> read,
      Runnable whenInterrupted) {
    WireReader answer =
        with.connection()
            .call(
                operation,
                out -> {
                  out.putLong(run);
                  write.accept(with, out);
                },
                whenInterrupted);
    return read.apply(with, answer);
  }

  private Worker required(@Nullable Worker only, Worker now) {
    if (only != null && only != now) {
      throw Deaths.ofReference(spec.backend());
    }
    return now;
  }

  /** Takes a place for a run that nobody waits for yet. */
  ScriptRun start(
      String what,
      BiConsumer<Worker, WireWriter> write,
      BiFunction<Worker, WireReader, ScriptValue> read) {
    requireOpen();
    requireNotLeftBehind();
    ActiveRun run = new ActiveRun(null);
    WorkerRun started =
        new WorkerRun(
            spec.backend(), run, () -> inRun(run, null, what, ToWorker.EXECUTE, write, read));
    started.enqueue(queue);
    return started;
  }

  /**
   * Asks about something in nobody's turn.
   *
   * @param only the worker to ask; null for the one of the moment
   */
  WireReader aside(@Nullable Worker only, ToWorker operation, Consumer<? super WireWriter> write) {
    requireOpen();
    if (only != null && !only.isAlive()) {
      throw Deaths.ofReference(spec.backend());
    }
    if (only == null && !worker.isAlive()) {
      return inTurn(operation, (_, out) -> write.accept(out), (_, answer) -> answer);
    }
    Worker asked = only != null ? only : worker;
    return call(asked, operation, write::accept, (_, answer) -> answer);
  }

  /** As {@link #living}; an interrupt while one starts stops the run. */
  private Worker livingFor(ActiveRun run) {
    try {
      return living();
    } catch (BackendException e) {
      if (Thread.currentThread().isInterrupted()) {
        run.stop(Stop.INTERRUPT, ActiveRun.GRACE);
        throw StoppedRun.error(spec.backend(), Stop.INTERRUPT, spec.config().limits(), e);
      }
      throw e;
    }
  }

  /** Returns the worker, a new one if that of before has ended. In the engine's turn. */
  private Worker living() {
    Worker now = worker;
    if (now.isAlive()) {
      return now;
    }
    leftBehind.removeIf(reference -> reference.refersTo(null));
    leftBehind.add(new WeakReference<>(now));
    Worker next = workers.take(spec);
    next.adopt(engine);
    worker = next;
    try {
      next.connection()
          .converse(() -> {
            engine.replay();
            return true;
          });
    } catch (RuntimeException | Error e) {
      next.kill(); // or the next call would go on without what is missing
      throw e;
    }
    return next;
  }

  private <T> T translated(@Nullable ActiveRun run, String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (WorkerDiedException e) {
      Stop stop = run == null ? null : run.stop();
      DeathReport report = e.worker().report();
      if (stop != null) {
        throw StoppedRun.error(spec.backend(), stop, spec.config().limits(), null);
      }
      throw closed.get()
          ? new IllegalStateException("the engine is closed", e)
          : Deaths.of(spec.backend(), what, report, spec.config().limits());
    } catch (ScriptCancelledException e) {
      throw stopped(run, e);
    } catch (LimitExceededException e) {
      throw run != null && run.stop() != null ? stopped(run, e) : e;
    }
  }

  private ScriptException stopped(@Nullable ActiveRun run, ScriptException error) {
    Stop stop = run == null ? null : run.stop();
    return stop == null
        ? error
        : StoppedRun.error(spec.backend(), stop, spec.config().limits(), error);
  }

  /**
   * What a host function does that was called by a script whose process has ended must not reach
   * the one that came after it.
   */
  private void requireNotLeftBehind() {
    for (WeakReference<Worker> reference : leftBehind) {
      Worker before = reference.get();
      if (before != null && before.connection().isServing()) {
        throw new BackendException(
            ErrorDetails.of(
                spec.backend(), "the process of the script that called this function has ended"));
      }
    }
  }

  private RunQueue.Turn enter() {
    requireNotLeftBehind();
    RunQueue.Turn turn;
    try {
      turn = queue.enter();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScriptCancelledException(
          ErrorDetails.of(
                  spec.backend(), "interrupted while waiting for another call to this engine")
              .causedBy(e));
    }
    if (closed.get()) {
      turn.leave();
      throw closedWhileWaiting();
    }
    return turn;
  }

  private void requireNotClosed() {
    if (closed.get()) {
      throw closedWhileWaiting();
    }
  }

  private ScriptCancelledException closedWhileWaiting() {
    return new ScriptCancelledException(
        ErrorDetails.of(spec.backend(), "the engine was closed while the call waited"));
  }

  /**
   * Does nothing while the engine is open.
   *
   * @throws IllegalStateException if it is closed
   */
  void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("the engine is closed");
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  /** Stops what runs, fails what waits, and ends the process. */
  void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    ActiveRun running = active;
    if (running != null) {
      running.stop(Stop.CLOSE, ActiveRun.GRACE);
    }
    CompletableFuture<Boolean> freed = new CompletableFuture<>();
    queue.enqueue(turn -> Watch.RUNS.execute(() -> takeLastTurn(turn, freed)));
    if (!runsOnThisThread()) {
      await(freed);
    }
  }

  private void takeLastTurn(RunQueue.Turn turn, CompletableFuture<Boolean> freed) {
    try {
      worker.close(FREE_WAIT);
      workers.close();
    } finally {
      turn.leave();
      freed.complete(true);
    }
  }

  private static void await(CompletableFuture<Boolean> freed) {
    try {
      freed.get(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // A host function that does not return keeps the turn; closing never throws.
    }
  }
}
