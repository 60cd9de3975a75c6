package dev.coachwhip.worker.host;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a worker's script. It ends with its worker. */
final class RemoteObject implements ScriptObject {

  private static final String ENDED = "<object of a process that has ended>";

  private final WorkerEngine engine;
  private final Worker worker;
  private final long number;
  private final boolean callable;
  private final boolean code;
  private final Optional<HostFunction> hostFunction;

  RemoteObject(
      WorkerEngine engine,
      Worker worker,
      long number,
      boolean callable,
      boolean code,
      Optional<HostFunction> hostFunction) {
    this.engine = engine;
    this.worker = worker;
    this.number = number;
    this.callable = callable;
    this.code = code;
    this.hostFunction = hostFunction;
  }

  Worker worker() {
    return worker;
  }

  long number() {
    return number;
  }

  @Override
  public Optional<ScriptCallable> callable() {
    return callable ? Optional.of(new Callable()) : Optional.empty();
  }

  @Override
  public boolean isCode() {
    return code;
  }

  @Override
  public Optional<HostFunction> hostFunction() {
    return hostFunction;
  }

  private <T> Optional<T> ask(ToWorker operation, Function<WireReader, T> read) {
    return ask(operation, _ -> {}, read);
  }

  private <T> Optional<T> ask(
      ToWorker operation, Consumer<WireWriter> more, Function<WireReader, T> read) {
    WireReader answer =
        engine.aside(
            worker,
            operation,
            out -> {
              out.putLong(number);
              more.accept(out);
            });
    return answer.getBoolean() ? Optional.of(read.apply(answer)) : Optional.empty();
  }

  private ScriptValue value(WireReader in) {
    return worker.objects().codec().readValue(in);
  }

  @Override
  public Optional<Map<String, ScriptValue>> fields() {
    return ask(ToWorker.FIELDS, in -> Collections.unmodifiableMap(worker.objects().readNamed(in)));
  }

  @Override
  public Optional<ScriptSignature> signature() {
    return callable ? ask(ToWorker.SIGNATURE, RemoteObject::readSignature) : Optional.empty();
  }

  private static ScriptSignature readSignature(WireReader in) {
    String name = in.getText();
    List<ScriptSignature.Parameter> parameters = new ArrayList<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      parameters.add(
          new ScriptSignature.Parameter(
              in.getText(), ScriptSignature.Kind.valueOf(in.getText()), in.getBoolean()));
    }
    Optional<String> documentation = in.getBoolean() ? Optional.of(in.getText()) : Optional.empty();
    return new ScriptSignature(name, parameters, documentation);
  }

  @Override
  public Optional<ScriptIterator> iterator() {
    return code
        ? Optional.empty()
        : ask(ToWorker.ITERATE, in -> new RemoteIterator(engine, worker, in.getLong()));
  }

  @Override
  public Optional<ScriptValue> attribute(String name) {
    return ask(ToWorker.ATTRIBUTE, out -> out.putText(name), this::value);
  }

  @Override
  public Optional<String> constantName() {
    return ask(ToWorker.CONSTANT_NAME, WireReader::getText);
  }

  @Override
  public Optional<CompletableFuture<ScriptValue>> future() {
    return code
        ? Optional.empty()
        : ask(ToWorker.AWAIT, in -> worker.objects().future(in.getLong()));
  }

  @Override
  public Optional<ScriptArray> array() {
    return code
        ? Optional.empty()
        : ask(ToWorker.ARRAY, in -> (ScriptArray) Objects.requireNonNull(value(in).data()));
  }

  @Override
  public String print() {
    return print(false);
  }

  @Override
  public String printInContainer() {
    return print(true);
  }

  private String print(boolean inContainer) {
    return engine.isOpen() && worker.isAlive() ? askToPrint(inContainer) : ENDED;
  }

  private String askToPrint(boolean inContainer) {
    return engine
        .aside(
            worker,
            ToWorker.PRINT,
            out -> {
              out.putLong(number);
              out.putBoolean(inContainer);
            })
        .getText();
  }

  private final class Callable implements ScriptCallable {
    @Override
    public ScriptValue call(Map<String, ?> named, @Nullable Object... arguments) {
      return value(
          engine.inRun(
              worker,
              "a function",
              ToWorker.CALL_OBJECT,
              out -> {
                out.putLong(number);
                worker.objects().writeNamed(out, named);
                worker.objects().writeAll(out, arguments);
              }));
    }
  }
}
