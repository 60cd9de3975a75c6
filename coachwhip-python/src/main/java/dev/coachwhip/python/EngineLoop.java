package dev.coachwhip.python;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The asyncio event loop of one engine. Its thread, which is the engine's own, begins when a script
 * first awaits or Java first wants a coroutine's result, and ends with the engine. Attached.
 */
final class EngineLoop {

  // What a task does between two awaits happens on the loop's thread, whoever made the task. So a
  // script that awaits runs there too, while its own thread waits, detached, and keeps the engine's
  // turn. Host functions that the loop calls are inside the engine, and need no turn.

  /** Of its own class, which is initialised when first used, attached. */
  private static final class Names {
    static final long SERVE = Text.forever("serve");
    static final long RUN = Text.forever("run");
    static final long SCHEDULE = Text.forever("schedule");
    static final long CANCEL = Text.forever("cancel");
    static final long SHUT = Text.forever("shut");
    static final long AWAIT = Text.forever("__await__");
  }

  private static final long ALREADY_RUNNING =
      NativeMemory.stringForever(
          "This event loop is already running: a host function that it calls cannot wait for it");
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(4);
  private static final AtomicLong FUTURES = new AtomicLong();

  private final PythonScriptEngine engine;

  /**
   * What the loop's thread does, all of it: who stops a script that awaits stops what runs there.
   */
  private final ActiveRun work = new ActiveRun(null, Duration.ZERO);

  private final AtomicBoolean started = new AtomicBoolean();
  private final CompletableFuture<PyRef> ready = new CompletableFuture<>();
  private volatile boolean ended;
  private volatile @Nullable Thread thread;

  EngineLoop(PythonScriptEngine engine) {
    this.engine = engine;
  }

  /**
   * Runs a script that awaits, to its end or until it has obeyed a stop.
   *
   * @param run what is asked to stop, null if the calling thread is in no run that can be stopped
   * @return the last expression's value, a new reference
   */
  long run(CompiledScript script, long globals, Attachment attachment, @Nullable ActiveRun run) {
    if (isOn(attachment)) {
      PyErrors.PyErr_SetString(Py.RUNTIME_ERROR, ALREADY_RUNNING);
      throw Raised.take();
    }
    start(attachment);
    AwaitedScript awaited = new AwaitedScript(this, run);
    long began = LoopMeter.began(run);
    long done = NativeFunctions.create("done", awaited);
    int before = run == null ? 0 : run.enterAwait();
    try {
      PyRef handle =
          PyRef.ofOwned(
              call(
                  Names.RUN,
                  attachment,
                  codeOrNone(script.statements()),
                  codeOrNone(script.expression()),
                  globals,
                  began,
                  done));
      return awaited.await(attachment, handle);
    } finally {
      if (run != null) {
        run.leaveAwait(before);
      }
      PyRefs.Py_DecRef(done);
      PyRefs.Py_DecRef(began);
    }
  }

  private static long codeOrNone(@Nullable PyRef code) {
    return code == null ? Py.NONE : code.borrow();
  }

  /** Tells whether {@code await} takes an object. Attached. */
  static boolean isAwaitable(long object) {
    long found = PyObjects.PyObject_GetAttr(ObjectLayout.typeOf(object), Names.AWAIT);
    if (found == 0) {
      PyErrors.PyErr_Clear();
    }
    PyRefs.Py_DecRef(found);
    return found != 0;
  }

  /**
   * Returns what completes with an awaitable's result; the same for the same coroutine.
   *
   * @param awaitable borrowed
   */
  CompletableFuture<ScriptValue> future(long awaitable, Attachment attachment) {
    start(attachment);
    LoopFuture future = new LoopFuture(engine, this, FUTURES.incrementAndGet());
    long done = NativeFunctions.create("done", new LoopFuture.Settling(future));
    long number = 0;
    try {
      number = check(PyLongs.PyLong_FromLongLong(future.number()));
      long first = call(Names.SCHEDULE, attachment, awaitable, done, number);
      LoopFuture known = LoopFuture.of(first);
      PyRefs.Py_DecRef(first);
      return known;
    } finally {
      PyRefs.Py_DecRef(number);
      PyRefs.Py_DecRef(done);
    }
  }

  /** Cancels what completes a future. */
  void cancel(LoopFuture future, Attachment attachment) {
    long number = check(PyLongs.PyLong_FromLongLong(future.number()));
    try {
      PyRefs.Py_DecRef(call(Names.CANCEL, attachment, number));
    } finally {
      PyRefs.Py_DecRef(number);
    }
  }

  /** Tells whether the attached thread is the loop's. */
  boolean isOn(Attachment attachment) {
    return work.isOn(attachment.ident());
  }

  /** Tells whether the calling thread, which may be any, is the loop's. */
  boolean isOnThisThread() {
    return Thread.currentThread().equals(thread);
  }

  /** Returns what the loop's thread does. */
  ActiveRun work() {
    return work;
  }

  /** Ends all tasks and the thread, unless something on it does not let itself be stopped. */
  void close(Attachment attachment) {
    if (!started.get() || ready.isCompletedExceptionally()) {
      return;
    }
    start(attachment);
    LoopPressure pressure = new LoopPressure(this, PyRef.ofOwned(attribute(Names.SHUT)));
    long end = System.nanoTime() + CLOSE_WAIT.toNanos();
    boolean interrupted = false;
    while (!ended && System.nanoTime() < end) {
      pressure.apply(attachment);
      interrupted |= LoopPressure.pause(attachment);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Calls a method of the Python side.
   *
   * @return a new reference
   */
  long call(long method, Attachment attachment, long... arguments) {
    long bound = attribute(method);
    try {
      return Calls.call(bound, attachment, arguments);
    } finally {
      PyRefs.Py_DecRef(bound);
    }
  }

  private long attribute(long name) {
    return check(PyObjects.PyObject_GetAttr(ready.join().borrow(), name));
  }

  /** Sees to it that the thread has started. */
  private void start(Attachment attachment) {
    if (started.compareAndSet(false, true)) {
      ServiceThreads.thread("loop", this::serve).start();
    }
    if (!ready.isDone()) {
      // The other thread has to attach, so this one must not be attached while it waits.
      int suspended = attachment.suspend();
      try {
        ServiceThreads.await(ready.handle((_, _) -> true), () -> {});
      } finally {
        attachment.resume(suspended);
      }
    }
    ServiceThreads.await(ready, () -> {});
  }

  private void serve() {
    Attachment attachment = Attachment.ofCurrentThread();
    attachment.attach();
    Attachment.Scope before = attachment.enter(engine);
    thread = Thread.currentThread();
    try {
      work.begin(attachment.ident());
      makeReady(attachment);
      PyRefs.Py_DecRef(call(Names.SERVE, attachment));
    } catch (Raised e) {
      ready.completeExceptionally(engine.calls().error(e, attachment));
    } finally {
      attachment.leave(before);
      attachment.detach();
      ended = true;
    }
  }

  private void makeReady(Attachment attachment) {
    long made = Interpreter.running().helper("_loop", "EngineLoop");
    long ident = check(PyLongs.PyLong_FromLongLong(attachment.ident()));
    try {
      ready.complete(PyRef.ofOwned(Calls.call(made, attachment, ident)));
    } finally {
      PyRefs.Py_DecRef(ident);
    }
  }
}
