package dev.coachwhip.python;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The result of a coroutine, task or future of Python. Completed on a thread of its own, so that
 * what the host does then cannot hold up the event loop.
 */
final class LoopFuture extends CompletableFuture<ScriptValue> {

  private final PythonScriptEngine engine;
  private final EngineLoop loop;
  private final long number;

  /**
   * Makes it.
   *
   * @param number what Python's side knows it by; a reference to Python's task would make a circle
   *     that neither garbage collector sees
   */
  LoopFuture(PythonScriptEngine engine, EngineLoop loop, long number) {
    this.engine = engine;
    this.loop = loop;
    this.number = number;
  }

  /** The Python function that completes a future; it identifies the future to Python's side. */
  record Settling(LoopFuture future) implements NativeFunctions.Body {

    /** Called on the thread of the awaitable's loop. */
    @Override
    public long call(Attachment attachment, long arguments, long count, long names) {
      long succeeded = NativeMemory.getLong(arguments);
      long outcome = NativeMemory.getLong(arguments + Long.BYTES);
      future.settle(attachment, succeeded, outcome);
      PyRefs.Py_IncRef(Py.NONE);
      return Py.NONE;
    }
  }

  /** Returns the future that such a function completes. Attached. */
  static LoopFuture of(long settling) {
    return ((Settling) Objects.requireNonNull(NativeFunctions.bodyOf(settling))).future();
  }

  private void settle(Attachment attachment, long succeeded, long outcome) {
    if (isDone()) {
      return; // cancelled by the host
    }
    Thread.ofVirtual().name("coachwhip-python-future").start(end(attachment, succeeded, outcome));
  }

  /** Returns what completes this. */
  private Runnable end(Attachment attachment, long succeeded, long outcome) {
    if (succeeded == Py.NONE) {
      return () -> super.cancel(false);
    }
    try {
      ScriptValue value = engine.calls().ended(attachment, succeeded == Py.TRUE, outcome);
      return () -> complete(value);
    } catch (ScriptException e) {
      return () -> completeExceptionally(e);
    }
  }

  long number() {
    return number;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      engine.cancel(this);
    }
    return cancelled;
  }

  @Override
  public ScriptValue get() throws InterruptedException, ExecutionException {
    requireOtherThread();
    return super.get();
  }

  @Override
  public ScriptValue join() {
    requireOtherThread();
    return super.join();
  }

  private void requireOtherThread() {
    if (!isDone() && loop.isOnThisThread()) {
      throw new IllegalStateException(
          "the thread of the engine's event loop would wait for itself; await this in the script");
    }
  }
}
