package dev.coachwhip.python.convert;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A Java completion stage as an object that Python can await.
 *
 * @param engine the engine whose scripts await it
 * @param stage what they await
 */
record Stages(EngineLink engine, CompletionStage<?> stage) {

  private static final ModuleObject FUTURE = ModuleObject.ours("_stages", "JavaFuture");

  static long toPython(CompletionStage<?> stage, ToPython conversion) {
    return new Stages(conversion.engine(), stage).toPython(conversion.attachment());
  }

  private long toPython(Attachment attachment) {
    long listen = NativeFunctions.create("listen", (a, arguments, _, _) -> listen(a, arguments));
    long cancel = NativeFunctions.create("cancel", (a, _, _, _) -> cancel(a));
    try {
      return Calls.call(FUTURE.get(attachment), attachment, listen, cancel);
    } finally {
      PyRefs.Py_DecRef(cancel);
      PyRefs.Py_DecRef(listen);
    }
  }

  /** Has {@code listener(succeeded, outcome)} called, on the thread that completes the stage. */
  private long listen(Attachment attachment, long arguments) throws Exception {
    PyRef listener = PyRef.ofBorrowed(NativeMemory.getLong(arguments));
    engine.hostCall(
        attachment,
        () ->
            stage.whenComplete(
                (value, failure) -> engine.attached(a -> complete(a, listener, value, failure))));
    return ToPython.borrowed(Py.NONE);
  }

  private long cancel(Attachment attachment) throws Exception {
    return engine.release(
        attachment,
        () -> {
          try {
            boolean _ = stage.toCompletableFuture().cancel(true);
          } catch (UnsupportedOperationException e) {
            // A stage that only its maker can end; Python no longer waits for it.
          }
          return ToPython.borrowed(Py.NONE);
        });
  }

  private boolean complete(
      Attachment attachment, PyRef listener, @Nullable Object value, @Nullable Throwable failure) {
    try {
      if (failure != null) {
        fail(attachment, listener, cause(failure));
      } else {
        call(attachment, listener, Py.TRUE, ToPython.convert(engine, attachment, value));
      }
    } catch (TypeConversionException e) {
      fail(attachment, listener, e);
    } catch (Raised e) {
      call(attachment, listener, Py.FALSE, e.exception());
    }
    return true;
  }

  /** A stage that depends on another one wraps the other's failure. */
  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static void fail(Attachment attachment, PyRef listener, Throwable failure) {
    if (failure instanceof CancellationException) {
      call(attachment, listener, Py.NONE, ToPython.borrowed(Py.NONE));
    } else {
      call(attachment, listener, Py.FALSE, JavaErrors.exception(attachment, failure));
    }
  }

  private static void call(Attachment attachment, PyRef listener, long succeeded, long owned) {
    try {
      PyRefs.Py_DecRef(Calls.call(listener.borrow(), attachment, succeeded, owned));
    } finally {
      PyRefs.Py_DecRef(owned);
    }
  }
}
