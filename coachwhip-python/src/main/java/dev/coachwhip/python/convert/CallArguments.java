package dev.coachwhip.python.convert;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what Python passes to a function whose body is Java. Attached. */
public final class CallArguments {

  private CallArguments() {}

  /**
   * Converts all arguments of a call.
   *
   * @param function its name, for messages
   * @param arguments address of the arguments, borrowed, positional ones first
   * @param count number of positional arguments
   * @param names tuple of the keyword arguments' names, 0 if there are none
   */
  public static Arguments read(
      EngineLink engine,
      Attachment attachment,
      String function,
      long arguments,
      int count,
      long names) {
    ScriptValue[] positional = new ScriptValue[count];
    for (int i = 0; i < count; i++) {
      positional[i] = argument(engine, attachment, arguments, i);
    }
    Map<String, ScriptValue> named =
        names == 0 ? Map.of() : named(engine, attachment, arguments, count, names);
    return Arguments.of(function, positional, named);
  }

  /** Values of keyword arguments follow the positional ones. */
  private static Map<String, ScriptValue> named(
      EngineLink engine, Attachment attachment, long arguments, int count, long names) {
    Map<String, ScriptValue> named = new LinkedHashMap<>();
    for (int i = 0; i < PyTuples.PyTuple_Size(names); i++) {
      String key =
          ToJava.convert(engine, attachment, PyTuples.PyTuple_GetItem(names, i)).asString();
      named.put(key, argument(engine, attachment, arguments, count + i));
    }
    return named;
  }

  private static ScriptValue argument(
      EngineLink engine, Attachment attachment, long arguments, int index) {
    return ToJava.convert(
        engine, attachment, NativeMemory.getLong(arguments + (long) index * Long.BYTES));
  }
}
