package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A host and a worker in one process, without a connection between them. */
final class Loopback implements AutoCloseable {

  static final ValuePrinter PRINTER =
      new ValuePrinter() {
        @Override
        public String backendName() {
          return "python";
        }

        @Override
        public String print(ScriptValue value) {
          return value.data() instanceof ScriptObject object
              ? object.print()
              : String.valueOf(value.data());
        }
      };

  final SharedMemory hostMemory;
  final SharedMemory workerMemory;
  final FakeObjects hostObjects = new FakeObjects();
  final FakeObjects workerObjects = new FakeObjects();
  final ValueCodec host;
  final ValueCodec worker;
  final WireMappings workerMappings;

  Loopback(TypeMapping<?>... mappings) {
    this(SharedMemory.ofHost(1L << 30), mappings);
  }

  private Loopback(SharedMemory hostMemory, TypeMapping<?>... mappings) {
    this.hostMemory = hostMemory;
    this.workerMemory =
        hostMemory.folder().map(SharedMemory::ofWorker).orElse(SharedMemory.none(false));
    hostMemory.connect(link(workerMemory));
    workerMemory.connect(link(hostMemory));
    WireMappings hostMappings = WireMappings.ofHost(List.of(mappings));
    workerMappings = WireMappings.ofWorker(hostMappings.scriptTypes());
    host = new ValueCodec(new WireContext(PRINTER, hostObjects, hostMemory, hostMappings));
    worker = new ValueCodec(new WireContext(PRINTER, workerObjects, workerMemory, workerMappings));
  }

  /** Returns one whose arrays all travel in messages. */
  static Loopback withoutSharedMemory() {
    return new Loopback(SharedMemory.none(true));
  }

  private static MemoryLink link(SharedMemory other) {
    return new MemoryLink() {
      @Override
      public void send(Consumer<WireWriter> note) {
        other.take(written(note));
      }

      @Override
      public WireReader ask(Consumer<WireWriter> question) {
        WireWriter answer = new WireWriter();
        other.grant(written(question), answer);
        return new WireReader(answer.toBuffer());
      }
    };
  }

  static WireReader written(Consumer<WireWriter> write) {
    WireWriter out = new WireWriter();
    write.accept(out);
    return new WireReader(out.toBuffer());
  }

  private static <T, R> R over(
      T object, BiConsumer<WireWriter, T> write, Function<WireReader, R> read) {
    WireWriter out = new WireWriter();
    try {
      write.accept(out, object);
    } catch (RuntimeException e) {
      out.abandon();
      throw e;
    }
    WireReader in = new WireReader(out.toBuffer());
    R result = read.apply(in);
    in.requireEnd();
    return result;
  }

  ScriptValue toHost(ScriptValue value) {
    return over(value, worker::writeValue, host::readValue);
  }

  ScriptValue toWorker(ScriptValue value) {
    return over(value, host::writeValue, worker::readValue);
  }

  @SuppressWarnings("NullAway") // nulls are values here
  @Nullable Object javaToWorker(@Nullable Object object) {
    WireReader in = written(out -> host.writeJava(out, object));
    Object read = worker.readJava(in);
    in.requireEnd();
    return read;
  }

  Throwable errorToHost(Throwable error) {
    return over(error, worker::writeError, host::readError);
  }

  Throwable errorToWorker(Throwable error) {
    return over(error, host::writeError, worker::readError);
  }

  static ScriptValue value(@Nullable Object data, String typeName) {
    return ScriptValue.of(data, typeName, PRINTER);
  }

  @Override
  public void close() {
    hostMemory.close();
    workerMemory.close();
  }
}
