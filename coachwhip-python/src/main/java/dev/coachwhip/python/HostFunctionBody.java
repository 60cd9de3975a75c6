package dev.coachwhip.python;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.ToPython;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.NativeFunctions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A host function as the body of a Python function: converts, detaches, calls, attaches, converts.
 */
record HostFunctionBody(PythonScriptEngine engine, String name, HostFunction function)
    implements NativeFunctions.Body {

  @Override
  public long call(Attachment attachment, long arguments, long count, long names) throws Throwable {
    HostCalls calls = engine.hostCalls();
    calls.begin(attachment);
    try {
      Arguments converted = arguments(attachment, arguments, (int) count, names);
      return ToPython.convert(
          engine, attachment, calls.detached(attachment, () -> function.call(converted)));
    } finally {
      attachment.endHostCall();
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
