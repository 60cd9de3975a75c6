package dev.coachwhip.internal;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.HostFunction;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.SwappableScriptEngine;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes every call to the engine of the moment; a swap waits until none is under way. */
public final class SwappableEngine implements SwappableScriptEngine {

  // Calls count themselves in and out under the monitor; a swap shuts the gate, waits for the count
  // to reach zero, moves everything,
  // and opens it again. Calls made by a host function that this engine runs belong to a call
  // already counted, and pass a shut gate:
  // otherwise a swap and a script would wait for each other.

  private static final ThreadLocal<@Nullable SwappableEngine> INSIDE = new ThreadLocal<>();

  private final Map<String, HostFunction> functions = new LinkedHashMap<>();
  private ScriptEngine current;
  private int underWay;
  private boolean gateShut;

  /** Begins with an engine, which now belongs to this one. */
  public SwappableEngine(ScriptEngine first) {
    current = first;
  }

  // ---- the gate

  private synchronized ScriptEngine in() {
    boolean interrupted = false;
    while (gateShut && INSIDE.get() != this) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the call itself will see it
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    underWay++;
    return current;
  }

  private synchronized void out() {
    underWay--;
    notifyAll();
  }

  private <T extends @Nullable Object> T pass(Function<ScriptEngine, T> call) {
    ScriptEngine engine = in();
    try {
      return call.apply(engine);
    } finally {
      out();
    }
  }

  private void passing(Consumer<ScriptEngine> call) {
    ScriptEngine engine = in();
    try {
      call.accept(engine);
    } finally {
      out();
    }
  }

  private HostFunction marked(HostFunction function) {
    return arguments -> {
      SwappableEngine before = INSIDE.get();
      INSIDE.set(this);
      try {
        return function.call(arguments);
      } finally {
        if (before == null) {
          INSIDE.remove();
        } else {
          INSIDE.set(before);
        }
      }
    };
  }

  // ---- swapping

  @Override
  public void swapTo(String backend) {
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
    Objects.requireNonNull(engine, "engine");
    if (INSIDE.get() == this) {
      throw new IllegalStateException("a host function cannot swap the engine that runs it");
    }
    ScriptEngine old = shutGate();
    boolean moved = false;
    try {
      moveGlobals(old, engine);
      moved = true;
    } finally {
      openGate(moved ? engine : old);
    }
    old.close();
  }

  private synchronized ScriptEngine shutGate() {
    awaitWhile(() -> gateShut);
    gateShut = true;
    awaitWhile(() -> underWay > 0);
    return current;
  }

  private synchronized void openGate(ScriptEngine engine) {
    current = engine;
    gateShut = false;
    notifyAll();
  }

  private void awaitWhile(java.util.function.BooleanSupplier condition) {
    boolean interrupted = false;
    while (condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void moveGlobals(ScriptEngine from, ScriptEngine to) {
    Map<String, String> refused = new TreeMap<>();
    for (String name : from.globalNames()) {
      if (!functions.containsKey(name)) {
        moveGlobal(name, from.getGlobal(name), to, refused);
      }
    }
    if (!refused.isEmpty()) {
      to.clearGlobals();
      String names = refused.toString();
      throw new TypeConversionException(
          "values of " + to.backendName(),
          names,
          ErrorDetails.of(
              to.backendName(),
              "cannot move from %s to %s: %s"
                  .formatted(from.backendName(), to.backendName(), names)));
    }
    functions.forEach((name, function) -> to.registerFunction(name, marked(function)));
  }

  private static void moveGlobal(
      String name, ScriptValue value, ScriptEngine to, Map<String, String> refused) {
    if (value.reference().filter(object -> object.isCode()).isPresent()) {
      return;
    }
    try {
      to.setGlobal(name, value);
    } catch (TypeConversionException e) {
      refused.put(name, value.typeName());
    }
  }

  // ---- the engine

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    return pass(engine -> engine.executeScript(source));
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> globals) {
    ScriptEngine engine = in();
    ScriptRun run;
    try {
      run = engine.start(source, globals);
    } catch (RuntimeException | Error e) {
      out();
      throw e;
    }
    return new CountedRun(run, this::out);
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
    Objects.requireNonNull(function, "function");
    passing(engine -> {
      engine.registerFunction(name, marked(function));
      synchronized (functions) {
        functions.put(name, function);
      }
    });
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    passing(engine -> {
      engine.setGlobal(name, value);
      synchronized (functions) {
        functions.remove(name);
      }
    });
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
    passing(engine -> {
      engine.clearGlobals();
      synchronized (functions) {
        functions.clear();
      }
    });
  }

  @Override
  public String backendName() {
    return pass(ScriptEngine::backendName);
  }

  @Override
  public EngineCapabilities capabilities() {
    return pass(ScriptEngine::capabilities);
  }

  @Override
  public void close() {
    ScriptEngine engine;
    synchronized (this) {
      engine = current;
    }
    engine.close(); // not through the gate: it must stop what runs
  }

  /**
   * A run that counts itself out when the script has really ended, which may be after a cancelled
   * future.
   */
  private record CountedRun(ScriptRun run, Runnable whenEnded) implements ScriptRun {

    CountedRun {
      var _ = run.result().whenComplete((_, _) -> whenEnded.run());
    }

    @Override
    public ScriptValue join() {
      return run.join();
    }

    @Override
    public CompletableFuture<ScriptValue> result() {
      return run.result();
    }

    @Override
    public CancelOutcome cancel(Duration wait) {
      return run.cancel(wait);
    }

    @Override
    public void pause() {
      run.pause();
    }

    @Override
    public void resume() {
      run.resume();
    }

    @Override
    public RunState state() {
      return run.state();
    }
  }
}
