package dev.coachwhip.worker.host;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.worker.protocol.ImportedThrowables;
import dev.coachwhip.worker.protocol.NumberedObjects;
import dev.coachwhip.worker.protocol.PendingFutures;
import dev.coachwhip.worker.protocol.Releases;
import dev.coachwhip.worker.protocol.SerialExecutor;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.HostObjectKind;
import dev.coachwhip.worker.wire.RemoteObjects;
import dev.coachwhip.worker.wire.SharedMemory;
import dev.coachwhip.worker.wire.ValueCodec;
import dev.coachwhip.worker.wire.WireContext;
import dev.coachwhip.worker.wire.WireFormatException;
import dev.coachwhip.worker.wire.WireMappings;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Objects of the host that a worker knows, and those of the worker that the host knows. */
final class WorkerObjects implements RemoteObjects {

  private final Worker worker;
  private final String backend;
  private final NumberedObjects objects = new NumberedObjects();
  private final Releases releases;
  private final ImportedThrowables throwables = new ImportedThrowables();
  private final ValueCodec codec;
  private final PendingFutures<ScriptValue> futures = new PendingFutures<>();
  private final HostElements elements;
  private final HostStages stages;
  private final HostPublishers publishers;
  private volatile @Nullable WorkerEngine engine;

  WorkerObjects(Worker worker, WorkerSpec spec, SharedMemory memory) {
    this.worker = worker;
    backend = spec.backend();
    codec =
        new ValueCodec(
            new WireContext(
                spec.printer(), this, memory, WireMappings.ofHost(spec.config().mappings())));
    elements = new HostElements(objects, codec);
    stages = new HostStages(worker, objects, codec);
    publishers = new HostPublishers(worker, objects, codec, new SerialExecutor(Watch.RUNS));
    releases = new Releases(worker.connection(), ToWorker.RELEASE);
  }

  void adopt(WorkerEngine owner) {
    engine = owner;
  }

  ValueCodec codec() {
    return codec;
  }

  HostElements elements() {
    return elements;
  }

  HostPublishers publishers() {
    return publishers;
  }

  HostStages stages() {
    return stages;
  }

  /** Returns what completes with the outcome of a script's future. */
  CompletableFuture<ScriptValue> future(long number) {
    RemoteFuture future = new RemoteFuture(worker, number);
    futures.add(number, future);
    worker.tell(ToWorker.LISTEN, number);
    return future;
  }

  /** Completes what stands for a script's future. */
  void settle(WireReader in) {
    long number = in.getLong();
    CompletableFuture<ScriptValue> future = futures.take(number);
    releases.release(number);
    if (future == null) {
      return;
    }
    boolean succeeded = in.getBoolean();
    ScriptValue value = succeeded ? codec.readValue(in) : null;
    Throwable failure = succeeded ? null : codec.readError(in);
    // Not on this thread, which reads: what the host does then may take long.
    Watch.RUNS.execute(() -> {
      boolean _ = value != null ? future.complete(value) : future.completeExceptionally(failure);
    });
  }

  /** Fails what waits for a process that has ended. */
  void ended(RuntimeException reason) {
    Watch.RUNS.execute(() -> futures.failAll(reason));
    objects.clear();
  }

  void released(WireReader numbers) {
    objects.release(numbers);
  }

  /**
   * Calls a function of the host's for a script; {@code run} is what runs, if it can be stopped.
   */
  void callFunction(WireReader in, WireWriter out, @Nullable ActiveRun run) throws Exception {
    HostFunction function = objects.get(in.getLong(), HostFunction.class);
    Arguments arguments = arguments(in);
    boolean outermost = run != null && run.enterHostFunction();
    try {
      codec.writeJava(out, function.call(arguments));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // for the call that waits for the script
      throw e;
    } finally {
      if (outermost && run != null) {
        run.leaveHostFunction();
      }
    }
  }

  private Arguments arguments(WireReader in) {
    String name = in.getText();
    ScriptValue[] positional = new ScriptValue[in.getInt()];
    for (int i = 0; i < positional.length; i++) {
      positional[i] = codec.readValue(in);
    }
    return Arguments.of(name, positional, readNamed(in));
  }

  /** Reads named values: count, (name, value)*. */
  Map<String, ScriptValue> readNamed(WireReader in) {
    Map<String, ScriptValue> named = new LinkedHashMap<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      named.put(in.getText(), codec.readValue(in));
    }
    return named;
  }

  void writeNamed(WireWriter out, Map<String, ?> values) {
    out.putInt(values.size());
    values.forEach((name, value) -> {
      out.putText(Objects.requireNonNull(name, "name"));
      codec.writeJava(out, value);
    });
  }

  void writeAll(WireWriter out, @Nullable Object[] values) {
    out.putInt(values.length);
    for (Object value : values) {
      codec.writeJava(out, value);
    }
  }

  @Override
  public void writeObject(WireWriter out, ScriptObject object) {
    if (!(object instanceof RemoteObject remote) || remote.worker() != worker) {
      throw new TypeConversionException(
          "a value of this engine's process",
          "a reference of another",
          ErrorDetails.of(
              backend, "a reference to an object of one process means nothing in another"));
    }
    out.putLong(remote.number());
  }

  @Override
  public ScriptObject readObject(WireReader in) {
    WorkerEngine owner = Objects.requireNonNull(engine, "engine");
    long number = in.getLong();
    boolean callable = in.getBoolean();
    boolean code = in.getBoolean();
    long function = in.getLong();
    Optional<HostFunction> hostFunction =
        function == 0 ? Optional.empty() : Optional.of(objects.get(function, HostFunction.class));
    RemoteObject object = new RemoteObject(owner, worker, number, callable, code, hostFunction);
    releases.whenForgotten(object, number);
    return object;
  }

  /** Has a number of the worker's released once an object of ours is unreachable. */
  void releaseWith(Object object, long number) {
    releases.whenForgotten(object, number);
  }

  @Override
  public void writeHostObject(WireWriter out, HostObjectKind kind, Object object) {
    out.putLong(objects.add(HostElements.kept(object)));
  }

  @Override
  public Object readHostObject(WireReader in, HostObjectKind kind) {
    throw new WireFormatException("an object of the host's came from its worker");
  }

  @Override
  public long exportThrowable(Throwable thrown) {
    return objects.add(thrown);
  }

  @Override
  public Throwable exportedThrowable(long number) {
    return objects.get(number, Throwable.class);
  }

  @Override
  public Throwable importThrowable(long number, Throwable standIn) {
    return throwables.add(number, standIn);
  }

  @Override
  public OptionalLong importedThrowable(Throwable thrown) {
    return throwables.number(thrown);
  }
}
