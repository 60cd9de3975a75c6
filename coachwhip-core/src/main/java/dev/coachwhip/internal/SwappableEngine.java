package dev.coachwhip.internal;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.SwappableScriptEngine;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.spi.BackendEngine;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes every call to the engine of the moment; a swap waits until none is under way. */
public final class SwappableEngine implements SwappableScriptEngine {

  // A swap shuts the gate, waits until nobody is inside, moves everything, and opens it again.
  // Calls from a script of this engine, through a host function, belong to a call that the swap
  // waits for, and pass a shut gate: otherwise the two would wait for each other. A started run is
  // inside only until it has its place in the engine's own order. The swap's first call to the old
  // engine takes a place behind it, and so waits for the end of its script, even for one whose
  // future was cancelled and whose script goes on.

  private final SwapGate gate = new SwapGate();
  private volatile BackendEngine current;
  private boolean closed;

  /** What engines before this one have done. */
  private volatile EngineMetrics before = EngineMetrics.NONE;

  /**
   * Begins with an engine, which now belongs to this one.
   *
   * @throws IllegalArgumentException if it is no backend's own engine
   */
  public SwappableEngine(ScriptEngine first) {
    current = backendEngine(first);
  }

  /**
   * Returns an engine as what the core needs.
   *
   * @throws IllegalArgumentException if it is no backend's own engine
   */
  static BackendEngine backendEngine(ScriptEngine engine) {
    if (engine instanceof BackendEngine own) {
      return own;
    }
    throw new IllegalArgumentException(
        engine.getClass().getName() + " is not an engine that a backend made");
  }

  @Override
  public void swapTo(String backend) {
    checkSwappable();
    ScriptEngine next = ScriptEngines.create(backend);
    try {
      swapTo(next);
    } catch (RuntimeException | Error e) {
      next.close();
      throw e;
    }
  }

  @Override
  public void swapTo(ScriptEngine engine) {
    BackendEngine next = backendEngine(Objects.requireNonNull(engine, "engine"));
    checkSwappable();
    waitFor(gate::shut);
    BackendEngine old = current;
    try {
      if (next.equals(old)) {
        throw new IllegalArgumentException("this is the engine in use");
      }
      new GlobalsMove(old, next).run();
      publish(next);
    } finally {
      gate.open();
    }
    old.close();
  }

  private void checkSwappable() {
    if (current.runsOnThisThread()) {
      throw new IllegalStateException("a host function cannot swap the engine that runs it");
    }
    checkOpen();
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
  }

  private synchronized void publish(BackendEngine next) {
    checkOpen(); // closed during the move: the next engine would never be
    before = before.plus(current.metrics());
    current = next;
  }

  @Override
  public void close() {
    BackendEngine engine;
    synchronized (this) {
      closed = true;
      engine = current;
    }
    engine.close(); // not through the gate: it must stop what runs
  }

  @FunctionalInterface
  private interface Waiting {
    void run() throws InterruptedException;
  }

  private void waitFor(Waiting waiting) {
    try {
      waiting.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScriptCancelledException(
          ErrorDetails.of(backendName(), "interrupted while waiting for a swap of the engine")
              .causedBy(e));
    }
  }

  private <T> T pass(Function<ScriptEngine, T> call) {
    if (current.runsOnThisThread()) {
      gate.enterShut();
    } else {
      waitFor(gate::enter);
    }
    try {
      return call.apply(current);
    } finally {
      gate.leave();
    }
  }

  private void passing(Consumer<ScriptEngine> call) {
    pass(engine -> {
      call.accept(engine);
      return true;
    });
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    return pass(engine -> engine.executeScript(source));
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> globals) {
    return pass(engine -> engine.start(source, globals));
  }

  @Override
  public void validateScript(ScriptSource source) {
    passing(engine -> engine.validateScript(source));
  }

  @Override
  public ScriptValue call(String function, @Nullable Object... arguments) {
    return pass(engine -> engine.call(function, arguments));
  }

  @Override
  public void registerFunction(String name, HostFunction function) {
    passing(engine -> engine.registerFunction(name, function));
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    passing(engine -> engine.setGlobal(name, value));
  }

  @Override
  public ScriptValue getGlobal(String name) {
    return pass(engine -> engine.getGlobal(name));
  }

  @Override
  public Set<String> globalNames() {
    return pass(ScriptEngine::globalNames);
  }

  @Override
  public void clearGlobals() {
    passing(ScriptEngine::clearGlobals);
  }

  @Override
  public int debug(int port) {
    return pass(engine -> engine.debug(port));
  }

  @Override
  public boolean awaitDebugger(Duration wait) {
    return current.awaitDebugger(wait); // not through the gate: a swap need not wait for it
  }

  @Override
  public EngineStatus status() {
    return current.status();
  }

  @Override
  public EngineMetrics metrics() {
    return before.plus(current.metrics());
  }

  @Override
  public String backendName() {
    return current.backendName();
  }

  @Override
  public EngineCapabilities capabilities() {
    return current.capabilities();
  }
}
