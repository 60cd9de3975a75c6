package dev.coachwhip.python.convert;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import java.util.Optional;
import java.util.concurrent.Flow;

/** A Java publisher as an object that Python goes through with {@code async for}. */
final class Publishers {

  private static final ModuleObject PUBLISHER = ModuleObject.ours("_stages", "JavaPublisher");
  private static final ModuleObject ITEMS = ModuleObject.ours("_stages", "JavaItems");

  private Publishers() {}

  static long toPython(Flow.Publisher<?> publisher, ToPython conversion) {
    EngineLink engine = conversion.engine();
    long subscribe =
        NativeFunctions.create("subscribe", (a, _, _, _) -> subscribe(engine, publisher, a));
    try {
      return Calls.call(PUBLISHER.get(conversion.attachment()), conversion.attachment(), subscribe);
    } finally {
      PyRefs.Py_DecRef(subscribe);
    }
  }

  private static long subscribe(
      EngineLink engine, Flow.Publisher<?> publisher, Attachment attachment) throws Exception {
    PublishedItems items = new PublishedItems(engine);
    engine.hostCall(
        attachment,
        () -> {
          publisher.subscribe(items);
          return true;
        });
    long take = NativeFunctions.create("take", (a, args, _, _) -> take(engine, items, a, args));
    long cancel = NativeFunctions.create("cancel", (a, _, _, _) -> cancel(engine, items, a));
    try {
      return Calls.call(ITEMS.get(attachment), attachment, take, cancel);
    } finally {
      PyRefs.Py_DecRef(cancel);
      PyRefs.Py_DecRef(take);
    }
  }

  private static long take(
      EngineLink engine, PublishedItems items, Attachment attachment, long arguments)
      throws Throwable {
    PyRef wake = PyRef.ofBorrowed(NativeMemory.getLong(arguments));
    Optional<Object> item = items.take(wake);
    if (item.isPresent()) {
      return tupleOf(ToPython.convert(engine, attachment, item.get()));
    }
    if (items.isAtEnd()) {
      return Raised.check(PyTuples.PyTuple_New(0));
    }
    return engine.hostCall(
        attachment,
        () -> {
          items.ask();
          return ToPython.borrowed(Py.NONE);
        });
  }

  private static long tupleOf(long owned) {
    long tuple = Raised.check(PyTuples.PyTuple_New(1));
    Raised.check(PyTuples.PyTuple_SetItem(tuple, 0, owned)); // takes the reference over
    return tuple;
  }

  private static long cancel(EngineLink engine, PublishedItems items, Attachment attachment)
      throws Exception {
    return engine.release(
        attachment,
        () -> {
          items.cancel();
          return ToPython.borrowed(Py.NONE);
        });
  }
}
