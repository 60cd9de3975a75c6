package dev.coachwhip.python;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.ToPython;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host function as the body of a Python function: converts, detaches, calls, attaches, converts.
 */
record HostFunctionBody(PythonScriptEngine engine, String name, HostFunction function)
    implements NativeFunctions.Body {

  private static final long TOO_DEEP =
      NativeMemory.stringForever(
          "calls from Python to Java and back are nested too deeply for this thread's stack");
  private static final long CLOSED =
      NativeMemory.stringForever("the engine of this function is closed");

  @Override
  public long call(Attachment attachment, long arguments, long count, long names) throws Throwable {
    if (engine.turns().isClosed()) {
      PyErrors.PyErr_SetString(Py.RUNTIME_ERROR, CLOSED);
      throw Raised.take();
    }
    if (!attachment.beginHostCall()) {
      PyErrors.PyErr_SetString(Py.RECURSION_ERROR, TOO_DEEP);
      throw Raised.take();
    }
    try {
      Arguments converted = arguments(attachment, arguments, (int) count, names);
      return ToPython.convert(engine, attachment, callDetached(attachment, converted));
    } finally {
      attachment.endHostCall();
    }
  }

  private @Nullable Object callDetached(Attachment attachment, Arguments arguments)
      throws Exception {
    // A thread that the script made is not in the engine yet.
    Attachment.Scope before = attachment.enter(engine);
    ActiveRun run = engine.turns().runOf(attachment);
    boolean outermost = run != null && run.enterHost();
    int suspended = attachment.suspend();
    try {
      return function.call(arguments);
    } finally {
      attachment.resume(suspended);
      if (outermost && run != null) {
        run.leaveHost();
      }
      attachment.leave(before);
    }
  }

  private Arguments arguments(Attachment attachment, long arguments, int count, long names) {
    ScriptValue[] positional = new ScriptValue[count];
    for (int i = 0; i < count; i++) {
      positional[i] = argument(attachment, arguments, i);
    }
    return Arguments.of(
        name, positional, names == 0 ? Map.of() : named(attachment, arguments, count, names));
  }

  /** Values of keyword arguments follow the positional ones. */
  private Map<String, ScriptValue> named(
      Attachment attachment, long arguments, int count, long names) {
    Map<String, ScriptValue> named = new LinkedHashMap<>();
    for (int i = 0; i < PyTuples.PyTuple_Size(names); i++) {
      String key =
          ToJava.convert(engine, attachment, PyTuples.PyTuple_GetItem(names, i)).asString();
      named.put(key, argument(attachment, arguments, count + i));
    }
    return named;
  }

  private ScriptValue argument(Attachment attachment, long arguments, int index) {
    return ToJava.convert(
        engine, attachment, NativeMemory.getLong(arguments + (long) index * Long.BYTES));
  }
}
