package dev.coachwhip.toy;

import dev.coachwhip.Arguments;
import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionRegistrationException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import dev.coachwhip.spi.BackendEngine;
import dev.coachwhip.spi.RunQueue;
import dev.coachwhip.spi.ScriptObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An engine of the toy language. A script is lines of {@code name = integer}, {@code name =
 * 'text'}, {@code name = thing} (an object that stays in its engine), {@code def name}, {@code call
 * name} (a host function), {@code fail}; it returns what its last call returned.
 */
public final class ToyEngine implements BackendEngine {

  private final String name;
  private final Set<Class<?>> refusedTypes;
  private final RunQueue queue = new RunQueue();
  private final Map<String, ScriptValue> globals = new TreeMap<>();
  private volatile @Nullable Thread runner;
  private volatile boolean closed;

  /**
   * Makes an engine.
   *
   * @param refusedTypes classes of data that this language cannot hold
   */
  public ToyEngine(String name, Class<?>... refusedTypes) {
    this.name = name;
    this.refusedTypes = Set.of(refusedTypes);
  }

  /** Tells whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean runsOnThisThread() {
    return Thread.currentThread().equals(runner);
  }

  private <T> T inTurn(Supplier<T> call) {
    if (runsOnThisThread()) {
      return call.get();
    }
    try {
      return inTurn(queue.enter(), call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    }
  }

  private <T> T inTurn(RunQueue.Turn turn, Supplier<T> call) {
    runner = Thread.currentThread();
    try {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      return call.get();
    } finally {
      runner = null;
      turn.leave();
    }
  }

  private ScriptCancelledException cancelled(InterruptedException cause) {
    return new ScriptCancelledException(ErrorDetails.of(name, "stopped").causedBy(cause));
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    return inTurn(() -> interpret(source));
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> values) {
    ToyRun run = new ToyRun();
    queue.enqueue(turn ->
        Thread.startVirtualThread(() ->
            run.complete(() ->
                inTurn(
                    turn,
                    () -> {
                      values.forEach(this::setGlobal);
                      return interpret(source);
                    }))));
    return run;
  }

  private ScriptValue interpret(ScriptSource source) {
    ScriptValue result = ToyValues.of(null);
    for (String line : source.text().lines().toList()) {
      result = step(line.strip(), result);
    }
    return result;
  }

  private ScriptValue step(String line, ScriptValue before) {
    if (line.startsWith("call ")) {
      return callHost(line.substring(5));
    }
    if (line.startsWith("def ")) {
      globals.put(line.substring(4), ToyValues.of(ToyObject.code()));
    } else if (line.contains(" = ")) {
      String[] sides = line.split(" = ", 2);
      globals.put(sides[0], literal(sides[1]));
    } else if (!line.isEmpty()) {
      throw new ScriptRuntimeException("ToyError", ErrorDetails.of(name, "failed at: " + line));
    }
    return before;
  }

  private static ScriptValue literal(String text) {
    if (text.equals("thing")) {
      return ToyValues.of(ToyObject.thing());
    }
    return text.startsWith("'")
        ? ToyValues.of(text.substring(1, text.length() - 1))
        : ToyValues.of(Long.parseLong(text));
  }

  private ScriptValue callHost(String function) {
    HostFunction host =
        global(function).reference().flatMap(ScriptObject::hostFunction).orElseThrow();
    try {
      return ToyValues.of(host.call(Arguments.of(function, new ScriptValue[0], Map.of())));
    } catch (InterruptedException e) {
      throw cancelled(e);
    } catch (Exception e) {
      throw new ScriptRuntimeException(
          "HostError", ErrorDetails.of(name, function + " failed").causedBy(e));
    }
  }

  @Override
  public void validateScript(ScriptSource source) {}

  @Override
  public ScriptValue call(String function, @Nullable Object... arguments) {
    return inTurn(() -> callHost(function));
  }

  @Override
  public void registerFunction(String function, HostFunction host) {
    if (refusedTypes.contains(HostFunction.class)) {
      throw new FunctionRegistrationException(ErrorDetails.of(name, function + " is reserved"));
    }
    inTurn(() -> globals.put(function, ToyValues.of(host)) == null);
  }

  @Override
  public void setGlobal(String variable, @Nullable Object value) {
    ScriptValue own = ToyValues.of(value);
    for (Class<?> refused : refusedTypes) {
      if (refused.isInstance(own.data())) {
        throw new TypeConversionException(name, "what " + name + " holds", own.describe());
      }
    }
    inTurn(() -> globals.put(variable, own) == null);
  }

  @Override
  public ScriptValue getGlobal(String variable) {
    return inTurn(() -> global(variable));
  }

  private ScriptValue global(String variable) {
    ScriptValue value = globals.get(variable);
    if (value == null) {
      throw new VariableNotFoundException(variable, ErrorDetails.of(name, "no " + variable));
    }
    return value;
  }

  @Override
  public Set<String> globalNames() {
    return inTurn(() -> new TreeSet<>(globals.keySet()));
  }

  @Override
  public void clearGlobals() {
    inTurn(() -> {
      globals.clear();
      return true;
    });
  }

  @Override
  public EngineStatus status() {
    return closed ? EngineStatus.CLOSED : EngineStatus.READY;
  }

  @Override
  public EngineMetrics metrics() {
    return EngineMetrics.NONE;
  }

  @Override
  public String backendName() {
    return name;
  }

  @Override
  public EngineCapabilities capabilities() {
    return EngineCapabilities.of();
  }

  @Override
  public void close() {
    closed = true;
    Thread running = runner;
    if (running != null) {
      running.interrupt();
    }
  }
}
