package dev.coachwhip.worker.host;

import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.call.Peer;
import dev.coachwhip.worker.protocol.NotedMemory;
import dev.coachwhip.worker.protocol.SerialExecutor;
import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.SharedMemory;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One worker process with its engine, as the host sees it. */
final class Worker implements Peer {

  /** What a worker may have for the arrays that it sends. */
  private static final long MOST_SHARED_BYTES = 8L << 30;

  private static final Duration DYING = Duration.ofSeconds(5);

  private final WorkerProcess process;
  private final Connection connection;
  private final SharedMemory memory;
  private final WorkerObjects objects;
  private final Executor background = new SerialExecutor(Watch.RUNS);
  private volatile @Nullable WorkerEngine engine;
  private volatile @Nullable IOException outputFailure;

  private Worker(WorkerProcess.Started started, WorkerSpec spec, SharedMemory memory)
      throws IOException {
    this.memory = memory;
    process = started.process();
    connection = new Connection(started.channel(), this, true);
    memory.connect(new NotedMemory(connection, ToWorker.MEMORY, ToHost.GRANT));
    objects = new WorkerObjects(this, spec, memory);
  }

  /**
   * Starts a process and makes the engine in it.
   *
   * @throws dev.coachwhip.error.BackendException if either cannot be
   */
  static Worker start(WorkerSpec spec) {
    SharedMemory memory = SharedMemory.ofHost(MOST_SHARED_BYTES);
    Worker worker;
    try {
      worker = connected(spec, memory);
    } catch (RuntimeException | Error e) {
      memory.close();
      throw e;
    }
    worker.begin(spec);
    StartRecording.beginIfMissing(spec);
    return worker;
  }

  private static Worker connected(WorkerSpec spec, SharedMemory memory) {
    WorkerProcess.Started started = WorkerProcess.start(spec, memory.folder());
    try {
      return new Worker(started, spec, memory);
    } catch (IOException e) {
      started.process().kill();
      throw new UncheckedIOException(e);
    }
  }

  private void begin(WorkerSpec spec) {
    connection.start();
    try {
      String folder = memory.folder().map(Path::toString).orElse("");
      WireReader _ = call(ToWorker.CREATE, spec.settings().withSharedFolder(folder)::write);
      process.limitMemory(spec.sandbox());
    } catch (WorkerDiedException | IOException e) {
      throw Deaths.whileStarting(spec.backend(), process.report());
    } catch (RuntimeException | Error e) {
      kill();
      throw e;
    }
  }

  /** Runs an empty script: what the first run loads is there for the next. */
  void warmUp() {
    WireReader _ =
        call(
            ToWorker.EXECUTE,
            out -> {
              out.putLong(WorkerTurns.NO_RUN);
              out.putText("<warm up>");
              out.putText("");
              objects.writeNamed(out, Map.of());
            });
  }

  /** Gives it to an engine. */
  void adopt(WorkerEngine owner) {
    engine = owner;
    objects.adopt(owner);
  }

  Connection connection() {
    return connection;
  }

  WorkerObjects objects() {
    return objects;
  }

  /** Has the worker do something that is not stopped. */
  WireReader call(ToWorker operation, Consumer<? super WireWriter> body) {
    return connection.call(operation, body, () -> {});
  }

  /** Tells the worker something about an object. */
  void tell(ToWorker operation, long number) {
    connection.noteAside(operation, out -> out.putLong(number));
  }

  /** Tells whether calls can still be made. */
  boolean isAlive() {
    return !connection.hasEnded();
  }

  /** Returns how the process ended. */
  DeathReport report() {
    return process.report();
  }

  /** Ends the process at once and waits until it has ended. */
  void kill() {
    process.kill();
    connection.close();
    boolean _ = process.awaitEnd(DYING);
  }

  /**
   * Closes the engine, so that what its scripts left open is closed, and ends the process.
   *
   * @param wait for the engine
   */
  void close(Duration wait) {
    Future<?> end = Watch.later(wait, this::kill);
    try {
      WireReader _ = call(ToWorker.CLOSE, _ -> {});
    } catch (RuntimeException e) {
      // It has ended already, or does so now.
    } finally {
      boolean _ = end.cancel(false);
      kill();
    }
  }

  /** Closes the engine and lets the process end by itself, but not for longer than a time. */
  void retire(Duration wait) {
    WireReader _ = call(ToWorker.CLOSE, _ -> {});
    connection.close();
    boolean _ = process.awaitEnd(wait);
  }

  @Override
  public void serve(int operation, WireReader in, WireWriter out) throws Throwable {
    switch (ToHost.of(operation)) {
      case CALL_FUNCTION -> objects.callFunction(in, out, activeRun());
      case WRITE -> writeAnswered(in);
      case NEXT -> objects.elements().next(in, out);
      case CLOSE_STREAM -> objects.elements().close(in);
      case GRANT -> memory.grant(in, out);
      case ITERATE -> objects.elements().iterate(in, out);
      case SUBSCRIBE -> objects.publishers().subscribe(in);
      default -> throw new IllegalArgumentException("no request: " + operation);
    }
  }

  private @Nullable ActiveRun activeRun() {
    WorkerEngine owner = engine;
    return owner == null ? null : owner.activeRun();
  }

  private void writeAnswered(WireReader in) throws IOException {
    IOException failure = outputFailure;
    outputFailure = null;
    if (failure != null) {
      throw failure;
    }
    write(in);
  }

  private void write(WireReader in) throws IOException {
    WorkerEngine owner = engine;
    if (owner != null) {
      owner.output().write(in.getByte(), in.getBytes());
    }
  }

  @Override
  public void note(int operation, WireReader in) {
    switch (ToHost.of(operation)) {
      case WRITE -> writeNoted(in);
      case MEMORY -> memory.take(in);
      case REQUEST_ITEMS -> objects.publishers().request(in);
      case CANCEL_SUBSCRIPTION -> objects.publishers().cancel(in);
      case LISTEN -> objects.stages().listen(in);
      case CANCEL_STAGE -> objects.stages().cancel(in);
      case SETTLED -> objects.settle(in);
      case RELEASE -> objects.released(in);
      default -> throw new IllegalArgumentException("no note: " + operation);
    }
  }

  private void writeNoted(WireReader in) {
    if (connection.isServing()) {
      writeOrRemember(in);
    } else {
      background.execute(() -> writeOrRemember(in)); // this thread reads
    }
  }

  private void writeOrRemember(WireReader in) {
    try {
      write(in);
    } catch (IOException e) {
      outputFailure = e;
    } catch (RuntimeException e) {
      outputFailure = new IOException(e);
    }
  }

  @Override
  public void writeFailure(WireWriter out, Throwable failure) {
    objects.codec().writeError(out, failure);
  }

  @Override
  public Throwable readFailure(WireReader in) {
    return objects.codec().readError(in);
  }

  @Override
  public RuntimeException cutOff(IOException cause) {
    return new WorkerDiedException(this, cause);
  }

  @Override
  public void ended(IOException cause) {
    // Whoever waits for a call is told; the next call starts another.
    memory.close();
    objects.ended(new IllegalStateException("the process of the script has ended", cause));
  }

  @Override
  public Thread newThread(Runnable work) {
    return Watch.daemon("link", work);
  }
}
