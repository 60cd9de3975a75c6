package dev.coachwhip.worker.server;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.spi.ValuePrinter;
import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.call.Peer;
import dev.coachwhip.worker.protocol.EngineSettings;
import dev.coachwhip.worker.protocol.Texts;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.sandbox.Lockdown;
import dev.coachwhip.worker.sandbox.LockdownOrder;
import dev.coachwhip.worker.wire.SharedMemory;
import dev.coachwhip.worker.wire.ValueCodec;
import dev.coachwhip.worker.wire.WireMappings;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Does with a worker's engine what the host asks for. */
final class EngineServer implements Peer {

  /** For what recursive scripts need; memory is used only as far as they come. */
  private static final long STACK_BYTES = 64L << 20;

  private final Optional<LockdownOrder> lockdown;
  private final AtomicInteger threads = new AtomicInteger();
  private final Runs runs = new Runs();
  private @Nullable Connection connection;
  private volatile @Nullable HostSide host;
  private volatile @Nullable ScriptEngine engine;

  EngineServer(Optional<LockdownOrder> lockdown) {
    this.lockdown = lockdown;
  }

  /** Takes the connection; called before the first message. */
  void begin(Connection opened) {
    connection = opened;
    host = hostSide(NoLanguage.INSTANCE, SharedMemory.none(false), WireMappings.none());
  }

  private HostSide hostSide(ValuePrinter printer, SharedMemory memory, WireMappings mappings) {
    return new HostSide(
        Objects.requireNonNull(connection, "connection"),
        work -> newThread(work).start(),
        printer,
        memory,
        mappings);
  }

  private HostSide host() {
    return Objects.requireNonNull(host, "host");
  }

  private ScriptEngine engine() {
    ScriptEngine made = engine;
    if (made == null) {
      throw new IllegalStateException("there is no engine yet");
    }
    return made;
  }

  private ValueCodec codec() {
    return host().codec();
  }

  @Override
  public void serve(int operation, WireReader in, WireWriter out) {
    switch (ToWorker.of(operation)) {
      case CREATE -> create(EngineSettings.read(in));
      case EXECUTE -> codec().writeValue(out, runs.run(in.getLong(), () -> execute(in)));
      case CALL -> codec().writeValue(out, runs.run(in.getLong(), () -> call(in)));
      case VALIDATE -> engine().validateScript(source(in));
      case REGISTER -> engine().registerFunction(in.getText(), host().readFunction(in));
      case SET -> engine().setGlobal(in.getText(), codec().readJava(in));
      case GET -> codec().writeValue(out, engine().getGlobal(in.getText()));
      case NAMES -> Texts.write(out, engine().globalNames());
      case CLEAR -> engine().clearGlobals();
      case DEBUG -> out.putInt(engine().debug(in.getInt()));
      case AWAIT_DEBUGGER -> out.putByte(awaitDebugger(in) ? 1 : 0);
      case CLOSE -> engine().close();
      default -> new ObjectServer(host(), runs).serve(ToWorker.of(operation), in, out);
    }
  }

  private void create(EngineSettings settings) {
    WireMappings mappings = WireMappings.ofWorker(settings.mappedTypes());
    SharedMemory memory =
        settings.sharedFolder().isEmpty()
            ? SharedMemory.none(false)
            : SharedMemory.ofWorker(Path.of(settings.sharedFolder()));
    Optional<ScriptEngineProvider> provider = provider(settings.backend());
    ValuePrinter printer = provider.map(ScriptEngineProvider::printer).orElse(NoLanguage.INSTANCE);
    host = hostSide(printer, memory, mappings);
    provider.ifPresent(ScriptEngineProvider::warmUp);
    ScriptEngineBuilder builder =
        ScriptEngines.builder(settings.backend())
            .limits(settings.limits())
            .policy(settings.policy())
            .output(host().output(HostOutput.STANDARD))
            .errorOutput(host().output(HostOutput.ERRORS));
    settings.options().forEach(builder::option);
    mappings.standIns().forEach(builder::map);
    engine = builder.build();
    lockdown.ifPresent(Lockdown::apply); // before anything that is not trusted runs
    if (Boolean.getBoolean(WorkerMain.REHEARSAL)) {
      Lockdown.rehearse();
    }
  }

  /** Returns the backend; if it is missing, making the engine says what is wrong. */
  private static Optional<ScriptEngineProvider> provider(String backend) {
    return ServiceLoader.load(ScriptEngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.backendName().equals(backend))
        .findFirst();
  }

  private ScriptValue execute(WireReader in) {
    ScriptSource source = source(in);
    Map<String, @Nullable Object> globals = named(in);
    if (!globals.isEmpty()) {
      ScriptValue _ = engine().start(ScriptSource.of(""), globals).join(); // all of them or none
    }
    return engine().executeScript(source);
  }

  private static ScriptSource source(WireReader in) {
    return ScriptSource.of(in.getText(), in.getText());
  }

  private Map<String, @Nullable Object> named(WireReader in) {
    return host().readNamed(in);
  }

  private ScriptValue call(WireReader in) {
    String function = in.getText();
    return engine().call(function, host().readArray(in));
  }

  private boolean awaitDebugger(WireReader in) {
    return engine().awaitDebugger(Duration.ofNanos(in.getLong()));
  }

  @Override
  public void note(int operation, WireReader in) {
    switch (ToWorker.of(operation)) {
      case CANCEL -> runs.stop(in.getLong());
      case MEMORY -> host().memory().take(in);
      case LISTEN -> host().futures().listen(in.getLong());
      case PUBLISHED -> host().publishers().published(in);
      case STAGE_SETTLED -> host().stages().settle(in);
      case CANCEL_FUTURE -> host().futures().cancel(in.getLong());
      case RELEASE -> host().released(in);
      default -> throw new IllegalArgumentException("no note: " + operation);
    }
  }

  @Override
  public void writeFailure(WireWriter out, Throwable failure) {
    codec().writeError(out, failure);
  }

  @Override
  public Throwable readFailure(WireReader in) {
    return codec().readError(in);
  }

  @Override
  public RuntimeException cutOff(IOException cause) {
    return new IllegalStateException("the host is gone", cause);
  }

  /** Without its host a worker has nothing to do, and nobody who could end it. */
  @Override
  public void ended(IOException cause) {
    Runtime.getRuntime().halt(0);
  }

  @Override
  public Thread newThread(Runnable work) {
    String name = "coachwhip-worker-" + threads.incrementAndGet();
    return new Thread(null, work, name, STACK_BYTES);
  }
}
