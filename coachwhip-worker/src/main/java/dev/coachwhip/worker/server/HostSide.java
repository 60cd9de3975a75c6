package dev.coachwhip.worker.server;

import dev.coachwhip.Arguments;
import dev.coachwhip.DescribedFunction;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.protocol.ImportedThrowables;
import dev.coachwhip.worker.protocol.NotedMemory;
import dev.coachwhip.worker.protocol.NumberedObjects;
import dev.coachwhip.worker.protocol.PendingFutures;
import dev.coachwhip.worker.protocol.PublisherEvent;
import dev.coachwhip.worker.protocol.Releases;
import dev.coachwhip.worker.protocol.SerialExecutor;
import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.wire.HostObjectKind;
import dev.coachwhip.worker.wire.RemoteObjects;
import dev.coachwhip.worker.wire.SharedMemory;
import dev.coachwhip.worker.wire.ValueCodec;
import dev.coachwhip.worker.wire.WireContext;
import dev.coachwhip.worker.wire.WireMappings;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The host as its worker sees it: its functions and other objects, and where output goes. */
final class HostSide implements RemoteObjects {

  /** The number of no object. */
  private static final long NONE = 0;

  private final Connection connection;
  private final ValuePrinter printer;
  private final NumberedObjects objects = new NumberedObjects();
  private final Releases releases;
  private final ImportedThrowables throwables = new ImportedThrowables();
  private final PendingFutures<@Nullable Object> stages = new PendingFutures<>();
  private final Executor later;
  private final ValueCodec codec;
  private final SharedMemory memory;

  /**
   * Makes it.
   *
   * @param threads for what must not be done by the thread that reads
   * @param memory shared with the host
   */
  HostSide(
      Connection connection,
      Executor threads,
      ValuePrinter printer,
      SharedMemory memory,
      WireMappings mappings) {
    this.connection = connection;
    this.printer = printer;
    this.memory = memory;
    memory.connect(new NotedMemory(connection, ToHost.MEMORY, ToHost.GRANT));
    codec = new ValueCodec(new WireContext(printer, this, memory, mappings));
    later = new SerialExecutor(threads);
    releases = new Releases(connection, ToHost.RELEASE);
  }

  ValuePrinter printer() {
    return printer;
  }

  SharedMemory memory() {
    return memory;
  }

  ValueCodec codec() {
    return codec;
  }

  /** Returns objects that the host knows by number. */
  NumberedObjects objects() {
    return objects;
  }

  Connection connection() {
    return connection;
  }

  OutputStream output(int stream) {
    return new HostOutput(connection, stream);
  }

  HostFunction readFunction(WireReader in) {
    return (HostFunction) Objects.requireNonNull(codec.readJava(in), "function");
  }

  Map<String, @Nullable Object> readNamed(WireReader in) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      named.put(in.getText(), codec.readJava(in));
    }
    return named;
  }

  @Nullable Object[] readArray(WireReader in) {
    @Nullable Object[] values = new Object[in.getInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = codec.readJava(in);
    }
    return values;
  }

  /** Calls a function of the host; the result is a Java value as for {@code setGlobal}. */
  @Nullable Object call(long function, Arguments arguments) {
    WireReader answer =
        connection.call(ToHost.CALL_FUNCTION, out -> writeCall(out, function, arguments), () -> {});
    return codec.readJava(answer);
  }

  private void writeCall(WireWriter out, long function, Arguments arguments) {
    out.putLong(function);
    out.putText(arguments.function());
    out.putInt(arguments.size());
    for (ScriptValue argument : arguments.positional()) {
      codec.writeValue(out, argument);
    }
    out.putInt(arguments.named().size());
    arguments
        .named()
        .forEach((name, value) -> {
          out.putText(name);
          codec.writeValue(out, value);
        });
  }

  /** Asks for the next element of an iterator or stream; gives whether there is one, and it. */
  void next(long iterator, BiConsumer<Boolean, @Nullable Object> found) {
    WireReader answer = ask(ToHost.NEXT, iterator);
    boolean exists = answer.getBoolean();
    found.accept(exists, exists ? codec.readJava(answer) : null);
  }

  void closeStream(long stream) {
    WireReader _ = ask(ToHost.CLOSE_STREAM, stream);
  }

  private WireReader ask(ToHost operation, long number) {
    return connection.call(operation, out -> out.putLong(number), () -> {});
  }

  private RemoteIterator iterate(long iterable) {
    return iterator(ask(ToHost.ITERATE, iterable).getLong());
  }

  private RemoteIterator iterator(long number) {
    RemoteIterator iterator = new RemoteIterator(this, number);
    releases.whenForgotten(iterator, number);
    return iterator;
  }

  private Iterable<@Nullable Object> iterable(long number) {
    Iterable<@Nullable Object> iterable = () -> iterate(number);
    releases.whenForgotten(iterable, number);
    return iterable;
  }

  private RemoteFunction function(long number) {
    RemoteFunction function = new RemoteFunction(this, number);
    releases.whenForgotten(function, number);
    return function;
  }

  private RemoteStage stage(long number) {
    RemoteStage stage = new RemoteStage(this, number);
    stages.add(number, stage);
    tell(ToHost.LISTEN, number);
    return stage;
  }

  void cancelStage(long number) {
    tell(ToHost.CANCEL_STAGE, number);
  }

  private void tell(ToHost operation, long number) {
    connection.noteAside(operation, out -> out.putLong(number));
  }

  /** Completes what stands for a future of the host's. */
  void settleStage(WireReader in) {
    long number = in.getLong();
    CompletableFuture<@Nullable Object> stage = stages.take(number);
    releases.release(number);
    if (stage == null) {
      return;
    }
    boolean succeeded = in.getBoolean();
    Object value = succeeded ? codec.readJava(in) : null;
    Throwable failure = succeeded ? null : codec.readError(in);
    // Not on this thread, which reads: whoever listens may have to wait for Python.
    later.execute(() -> {
      boolean _ = failure == null ? stage.complete(value) : stage.completeExceptionally(failure);
    });
  }

  private RemotePublisher publisher(long number) {
    RemotePublisher publisher = new RemotePublisher(this, number);
    releases.whenForgotten(publisher, number);
    return publisher;
  }

  void subscribe(long publisher, Flow.Subscriber<? super Object> subscriber) {
    long number = objects.add(subscriber);
    WireReader _ =
        connection.call(
            ToHost.SUBSCRIBE,
            out -> {
              out.putLong(publisher);
              out.putLong(number);
            },
            () -> {});
  }

  void requestItems(long subscription, long count) {
    connection.noteAside(
        ToHost.REQUEST_ITEMS,
        out -> {
          out.putLong(subscription);
          out.putLong(count);
        });
  }

  void cancelSubscription(long subscription) {
    tell(ToHost.CANCEL_SUBSCRIPTION, subscription);
    releases.release(subscription);
  }

  /** Tells a subscriber what its publisher did. */
  @SuppressWarnings("unchecked") // a subscriber of anything
  void published(WireReader in) {
    long number = in.getLong();
    PublisherEvent event = PublisherEvent.of(in.getByte());
    objects
        .find(number, Flow.Subscriber.class)
        .ifPresent(subscriber -> published((Flow.Subscriber<Object>) subscriber, event, in));
    if (event.isLast()) {
      objects.remove(number);
    }
  }

  private void published(Flow.Subscriber<Object> subscriber, PublisherEvent event, WireReader in) {
    switch (event) {
      case SUBSCRIBED -> {
        long subscription = in.getLong();
        later.execute(
            () -> subscriber.onSubscribe(new RemotePublisher.Subscription(this, subscription)));
      }
      case ITEM -> {
        Object item = Objects.requireNonNull(codec.readJava(in), "an item");
        later.execute(() -> subscriber.onNext(item));
      }
      case FAILED -> {
        Throwable failure = codec.readError(in);
        later.execute(() -> subscriber.onError(failure));
      }
      case COMPLETED -> later.execute(subscriber::onComplete);
    }
  }

  /** Tells the host what a script's future comes to. */
  void listen(long number) {
    objects
        .find(number, CompletableFuture.class)
        .ifPresent(future -> listen(number, (CompletableFuture<?>) future));
  }

  private void listen(long number, CompletableFuture<?> future) {
    var _ = future.whenComplete((value, failure) -> settled(number, value, failure));
  }

  private void settled(long number, @Nullable Object value, @Nullable Throwable failure) {
    connection.noteAside(
        ToHost.SETTLED,
        out -> {
          out.putLong(number);
          out.putBoolean(value instanceof ScriptValue);
          if (value instanceof ScriptValue result) {
            codec.writeValue(out, result);
          } else {
            codec.writeError(out, failure == null ? new CancellationException() : failure);
          }
        });
  }

  /** Cancels a script's future. */
  void cancelFuture(long number) {
    objects
        .find(number, CompletableFuture.class)
        .ifPresent(future -> later.execute(() -> future.cancel(true)));
  }

  void released(WireReader numbers) {
    objects.release(numbers);
  }

  @Override
  public void writeObject(WireWriter out, ScriptObject object) {
    out.putLong(objects.add(object));
    out.putBoolean(object.callable().isPresent());
    out.putBoolean(object.isCode());
    out.putLong(object.hostFunction().map(HostSide::number).orElse(NONE));
  }

  /** A described function hands its calls on to the one of the host. */
  private static long number(HostFunction function) {
    return switch (function) {
      case RemoteFunction remote -> remote.number();
      case DescribedFunction described -> number(described.body());
      default -> NONE;
    };
  }

  @Override
  public ScriptObject readObject(WireReader in) {
    return objects.get(in.getLong(), ScriptObject.class);
  }

  @Override
  public void writeHostObject(WireWriter out, HostObjectKind kind, Object object) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object readHostObject(WireReader in, HostObjectKind kind) {
    long number = in.getLong();
    return switch (kind) {
      case FUNCTION -> function(number);
      case ITERATOR, STREAM -> iterator(number);
      case ITERABLE -> iterable(number);
      case STAGE -> stage(number);
      case PUBLISHER -> publisher(number);
    };
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
