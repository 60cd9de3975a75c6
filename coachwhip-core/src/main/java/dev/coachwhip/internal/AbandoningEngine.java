package dev.coachwhip.internal;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.spi.BackendEngine;
import dev.coachwhip.spi.HostGlobals;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes every call to an engine, and to a new one after a run that does not let itself stop:
 * {@link dev.coachwhip.WhenStuck#ABANDON}. Threadsafe.
 */
final class AbandoningEngine implements BackendEngine {

  // The engine left behind is closed, which asks its run to stop once more and frees the rest when
  // that ends. The new one is made on a thread of its own: the stuck run may be in a C function
  // that lets no other thread run the language at all, and then only the one who waits here gives
  // up.

  private static final long REPLACEMENT_WAIT_SECONDS = 2;

  private final Supplier<BackendEngine> maker;
  private final HostGlobals globals = new HostGlobals();
  private final List<WeakReference<BackendEngine>> abandoned = new CopyOnWriteArrayList<>();
  private volatile BackendEngine current;
  private @Nullable CompletableFuture<BackendEngine> replacement;
  private volatile EngineMetrics before = EngineMetrics.NONE;
  private boolean closed;

  AbandoningEngine(Supplier<BackendEngine> maker) {
    this.maker = maker;
    this.current = maker.get();
  }

  private BackendEngine usable() {
    BackendEngine engine = current;
    if (engine.status() == EngineStatus.STUCK && !engine.runsOnThisThread()) {
      return replace();
    }
    // What a host function of an abandoned run does must not reach the engine that came after it.
    for (WeakReference<BackendEngine> reference : abandoned) {
      BackendEngine old = reference.get();
      if (old != null && old.runsOnThisThread()) {
        throw new IllegalStateException(
            "the run that called this function did not stop, and the engine went on without it");
      }
    }
    return engine;
  }

  private synchronized BackendEngine replace() {
    BackendEngine stuck = current;
    if (closed || stuck.status() != EngineStatus.STUCK) {
      return stuck; // replaced by another caller, or it has ended after all
    }
    BackendEngine next = awaitReplacement();
    globals.replay(next);
    abandoned.removeIf(reference -> reference.refersTo(null));
    abandoned.add(new WeakReference<>(stuck));
    before = before.plus(stuck.metrics());
    current = next;
    inBackground(stuck::close);
    return next;
  }

  private BackendEngine awaitReplacement() {
    if (replacement == null) {
      replacement = CompletableFuture.supplyAsync(maker, AbandoningEngine::inBackground);
    }
    try {
      BackendEngine next = replacement.get(REPLACEMENT_WAIT_SECONDS, TimeUnit.SECONDS);
      replacement = null;
      return next;
    } catch (TimeoutException e) {
      throw error("the run that is stuck lets nothing else run in this process");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw error("interrupted while a new engine took the place of a stuck one");
    } catch (ExecutionException e) {
      replacement = null;
      throw (RuntimeException) e.getCause(); // an engine's constructor has no checked ones
    }
  }

  private BackendException error(String message) {
    return new BackendException(ErrorDetails.of(backendName(), message));
  }

  private static void inBackground(Runnable work) {
    Thread.ofPlatform().daemon().name("coachwhip-abandon").start(work);
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    return usable().executeScript(source);
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> values) {
    ScriptRun run = usable().start(source, values);
    values.forEach(globals::set);
    return run;
  }

  @Override
  public void validateScript(ScriptSource source) {
    usable().validateScript(source);
  }

  @Override
  public ScriptValue call(String function, @Nullable Object... arguments) {
    return usable().call(function, arguments);
  }

  @Override
  public void registerFunction(String name, HostFunction function) {
    usable().registerFunction(name, function);
    globals.register(name, function);
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    usable().setGlobal(name, value);
    globals.set(name, value);
  }

  @Override
  public ScriptValue getGlobal(String name) {
    return usable().getGlobal(name);
  }

  @Override
  public Set<String> globalNames() {
    return usable().globalNames();
  }

  @Override
  public void clearGlobals() {
    usable().clearGlobals();
    globals.clear();
  }

  @Override
  public int debug(int port) {
    return usable().debug(port);
  }

  @Override
  public boolean awaitDebugger(Duration wait) {
    return current.awaitDebugger(wait);
  }

  @Override
  public boolean runsOnThisThread() {
    return current.runsOnThisThread();
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

  @Override
  public void close() {
    BackendEngine last;
    synchronized (this) {
      closed = true;
      last = current;
      if (replacement != null) {
        CompletableFuture<Void> _ =
            replacement.thenAcceptAsync(BackendEngine::close, AbandoningEngine::inBackground);
      }
    }
    last.close();
  }
}
