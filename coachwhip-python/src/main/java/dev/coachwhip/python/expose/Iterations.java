package dev.coachwhip.python.expose;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.Map;

/** The methods of Python iterators that go through Java's. */
final class Iterations {

  /** For all of them. */
  static final Map<String, Operation<Handle.OfIteration>> METHODS =
      Map.of(
          "__iter__",
          call -> MethodCall.borrowed(call.self()),
          "__next__",
          call -> next(call, call.handle().iteration()),
          "close",
          Iterations::close,
          "_dropped",
          Iterations::dropped);

  private Iterations() {}

  /** Returns the next element; raises StopIteration at the end. */
  @SuppressWarnings("ReferenceEquality") // the end is told apart from every element
  static long next(MethodCall<?> call, Iteration iteration) throws Exception {
    Object element = Containers.host(call, "Java collection", iteration::next);
    if (element == Iteration.END) {
      PyErrors.PyErr_SetObject(Py.STOP_ITERATION, Py.NONE);
      throw Raised.take();
    }
    return call.result(element);
  }

  private static long close(MethodCall<Handle.OfIteration> call) throws Exception {
    call.host(() -> {
      call.handle().iteration().close();
      return true;
    });
    return MethodCall.none();
  }

  /**
   * Python drops the iterator: what it holds is closed, whether the engine is still open or not.
   */
  private static long dropped(MethodCall<Handle.OfIteration> call) throws Exception {
    Attachment attachment = call.attachment();
    int suspended = attachment.suspend();
    try {
      call.handle().iteration().close();
    } finally {
      attachment.resume(suspended);
    }
    return MethodCall.none();
  }
}
