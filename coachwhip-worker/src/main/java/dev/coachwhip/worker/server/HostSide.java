package dev.coachwhip.worker.server;

import dev.coachwhip.DescribedFunction;
import dev.coachwhip.HostFunction;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.protocol.ImportedThrowables;
import dev.coachwhip.worker.protocol.NotedMemory;
import dev.coachwhip.worker.protocol.NumberedObjects;
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
import java.util.concurrent.Executor;
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
  private final HostStages stages = new HostStages(this);
  private final HostPublishers publishers = new HostPublishers(this);
  private final ScriptFutures futures = new ScriptFutures(this);
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

  HostStages stages() {
    return stages;
  }

  HostPublishers publishers() {
    return publishers;
  }

  /** Returns the futures of this side's scripts that the host knows. */
  ScriptFutures futures() {
    return futures;
  }

  /** Has a number of the host's released once an object here is unreachable. */
  <T> T releasing(T object, long number) {
    releases.whenForgotten(object, number);
    return object;
  }

  /** Releases a number of the host's that is not needed any more. */
  void release(long number) {
    releases.release(number);
  }

  /** Asks the host something about an object of its own. */
  WireReader ask(ToHost operation, long number) {
    return connection.call(operation, out -> out.putLong(number), () -> {});
  }

  /** Tells the host something about an object of its own. */
  void tell(ToHost operation, long number) {
    connection.noteAside(operation, out -> out.putLong(number));
  }

  /** Does something after all that was given before, away from the thread that reads. */
  void later(Runnable work) {
    later.execute(work);
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
      case FUNCTION -> releasing(new RemoteFunction(this, number), number);
      case ITERATOR, STREAM -> RemoteIterator.of(this, number);
      case ITERABLE -> releasing(iterable(number), number);
      case STAGE -> stages.stage(number);
      case PUBLISHER -> releasing(publishers.publisher(number), number);
    };
  }

  private Iterable<@Nullable Object> iterable(long number) {
    return () -> RemoteIterator.of(this, ask(ToHost.ITERATE, number).getLong());
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
  @SuppressWarnings("ReferenceEquality") // the very object
  public Throwable importThrowable(long number, Throwable standIn) {
    Throwable known = throwables.add(number, standIn);
    if (known == standIn) {
      releases.whenForgotten(standIn, number);
    }
    return known;
  }

  @Override
  public OptionalLong importedThrowable(Throwable thrown) {
    return throwables.number(thrown);
  }
}
