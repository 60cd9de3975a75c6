package dev.coachwhip.worker.host;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.spi.BackendEngine;
import dev.coachwhip.spi.HostGlobals;
import dev.coachwhip.worker.protocol.Texts;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine whose scripts run in a process of its own. */
public final class WorkerEngine implements BackendEngine {

  /** How often an interrupt is looked for. */
  private static final long DEBUGGER_LOOK_NANOS = 50_000_000;

  private final WorkerSpec spec;
  private final ScriptOutput output;
  private final HostGlobals globals = new HostGlobals();
  private final WorkerTurns turns;

  /** Makes it on workers of one kind; the first is taken now. */
  public WorkerEngine(WorkerSpec spec, Workers workers) {
    this.spec = spec;
    output = new ScriptOutput(spec.config());
    turns = new WorkerTurns(this, spec, workers);
  }

  /** Returns what its workers are made of. */
  public WorkerSpec spec() {
    return spec;
  }

  /** Sets in a fresh worker what the host has set in those before; in the engine's turn. */
  void replay() {
    globals.replay(this);
  }

  ScriptOutput output() {
    return output;
  }

  /** Returns what runs, null if nothing does that can be stopped. */
  @Nullable ActiveRun activeRun() {
    return turns.active();
  }

  boolean isOpen() {
    return !turns.isClosed();
  }

  /** Calls in the engine's turn, as a run that can be stopped, with an object of one worker. */
  WireReader inRun(
      Worker worker, String what, ToWorker operation, Consumer<? super WireWriter> body) {
    return turns.inRun(
        worker,
        new WorkerCall<>(operation, what, (_, out) -> body.accept(out), (_, answer) -> answer));
  }

  /** Asks about an object of one worker, in nobody's turn. */
  WireReader aside(Worker worker, ToWorker operation, Consumer<? super WireWriter> body) {
    return turns.aside(
        worker,
        WorkerCall.of(
            operation,
            (_, out) -> {
              out.putLong(WorkerCall.NO_RUN);
              body.accept(out);
            }));
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    Objects.requireNonNull(source, "source");
    return turns.inRun(null, script(source, Map.of()));
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> values) {
    Objects.requireNonNull(source, "source");
    Map<String, @Nullable Object> copy = new HashMap<>(values);
    copy.keySet().forEach(name -> Objects.requireNonNull(name, "name"));
    return turns.start(script(source, copy));
  }

  private WorkerCall<ScriptValue> script(ScriptSource source, Map<String, ?> values) {
    return new WorkerCall<>(
        ToWorker.EXECUTE,
        source.name(),
        (worker, out) -> {
          write(source, out);
          worker.objects().writeNamed(out, values);
        },
        (worker, answer) -> {
          values.forEach(globals::set);
          return value(worker, answer);
        });
  }

  private static void write(ScriptSource source, WireWriter out) {
    out.putText(source.name());
    out.putText(source.text());
  }

  @Override
  public void validateScript(ScriptSource source) {
    Objects.requireNonNull(source, "source");
    WireReader _ =
        turns.aside(null, WorkerCall.of(ToWorker.VALIDATE, (_, out) -> write(source, out)));
  }

  @Override
  public ScriptValue call(String function, @Nullable Object... arguments) {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(arguments, "arguments");
    return turns.inRun(
        null,
        new WorkerCall<>(
            ToWorker.CALL,
            function + "()",
            (worker, out) -> {
              out.putText(function);
              worker.objects().writeAll(out, arguments);
            },
            this::value));
  }

  @Override
  public void registerFunction(String name, HostFunction function) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(function, "function");
    set(ToWorker.REGISTER, name, function, () -> globals.register(name, function));
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    Objects.requireNonNull(name, "name");
    set(ToWorker.SET, name, value, () -> globals.set(name, value));
  }

  /** Sets what a name means, and then notes it, in the same turn. */
  private void set(ToWorker operation, String name, @Nullable Object value, Runnable note) {
    boolean _ =
        turns.inTurn(
            WorkerCall.of(
                operation,
                (worker, out) -> {
                  out.putText(name);
                  worker.objects().codec().writeJava(out, value);
                },
                (_, _) -> {
                  note.run();
                  return true;
                }));
  }

  @Override
  public ScriptValue getGlobal(String name) {
    Objects.requireNonNull(name, "name");
    return turns.inTurn(WorkerCall.of(ToWorker.GET, (_, out) -> out.putText(name), this::value));
  }

  @Override
  public Set<String> globalNames() {
    return turns.inTurn(
        WorkerCall.of(
            ToWorker.NAMES,
            (_, _) -> {},
            (_, in) -> Collections.unmodifiableSortedSet(new TreeSet<>(Texts.read(in)))));
  }

  @Override
  public void clearGlobals() {
    boolean _ =
        turns.inTurn(
            WorkerCall.of(
                ToWorker.CLEAR,
                (_, _) -> {},
                (_, _) -> {
                  globals.clear();
                  return true;
                }));
  }

  @Override
  public int debug(int port) {
    return turns.aside(null, WorkerCall.of(ToWorker.DEBUG, (_, out) -> out.putInt(port))).getInt();
  }

  @Override
  public boolean awaitDebugger(Duration wait) {
    Objects.requireNonNull(wait, "wait");
    long end = System.nanoTime() + wait.toNanos();
    while (!isDebuggerHere(Math.min(DEBUGGER_LOOK_NANOS, end - System.nanoTime()))) {
      if (Thread.currentThread().isInterrupted()) {
        throw new ScriptCancelledException(
            ErrorDetails.of(backendName(), "interrupted while waiting for a debugger"));
      }
      if (System.nanoTime() - end >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isDebuggerHere(long waitNanos) {
    return turns
        .aside(
            null,
            WorkerCall.of(ToWorker.AWAIT_DEBUGGER, (_, out) -> out.putLong(Math.max(0, waitNanos))))
        .getBoolean();
  }

  @Override
  public boolean runsOnThisThread() {
    return turns.runsOnThisThread();
  }

  @Override
  public EngineStatus status() {
    return turns.isClosed() ? EngineStatus.CLOSED : EngineStatus.READY;
  }

  @Override
  public EngineMetrics metrics() {
    return turns.metrics();
  }

  @Override
  public String backendName() {
    return spec.backend();
  }

  @Override
  public EngineCapabilities capabilities() {
    return spec.capabilities();
  }

  @Override
  public void close() {
    turns.close();
  }

  private ScriptValue value(Worker worker, WireReader answer) {
    return worker.objects().codec().readValue(answer);
  }
}
