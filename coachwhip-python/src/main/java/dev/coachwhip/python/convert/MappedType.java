package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * A Java type that the host maps to a class of Python. Attached.
 *
 * @param <T> the Java type
 */
record MappedType<T>(TypeMapping<T> mapping) {

  private static final ModuleObject INSTANCE = ModuleObject.ours("_records", "instance");

  /** Returns the full names that the class may have: one without a module is the script's own. */
  List<String> classNames() {
    String name = mapping.scriptType();
    return name.contains(".") ? List.of(name) : List.of("__main__." + name, "builtins." + name);
  }

  /**
   * Makes the Java object.
   *
   * @param object borrowed, and held by the caller
   * @param value what the object is without the mapping
   * @throws TypeConversionException if the host's code fails, with its exception as the cause
   */
  ScriptValue toJava(long object, ScriptValue value, ToJava conversion) {
    EngineLink engine = conversion.engine();
    T made = host(engine, conversion.attachment(), () -> mapping.toJava().apply(value));
    return ScriptValue.of(
        made, value.typeName(), new MappedPrinter(engine, PyRef.ofBorrowed(object)));
  }

  /**
   * Makes the Python object; a new reference.
   *
   * @throws TypeConversionException if the host's code fails, with its exception as the cause
   */
  long toPython(Object object, ToPython conversion) {
    T value = mapping.javaType().cast(object);
    Attachment attachment = conversion.attachment();
    Object given = host(conversion.engine(), attachment, () -> mapping.toScript().apply(value));
    long converted = conversion.value(given);
    try {
      long name = Strings.toPython(mapping.scriptType(), attachment);
      try {
        long globals = conversion.engine().globals();
        return Calls.call(INSTANCE.get(attachment), attachment, globals, name, converted);
      } finally {
        PyRefs.Py_DecRef(name);
      }
    } finally {
      PyRefs.Py_DecRef(converted);
    }
  }

  private <R> R host(EngineLink engine, Attachment attachment, Callable<R> code) {
    try {
      return Objects.requireNonNull(engine.hostCall(attachment, code), "the mapping's result");
    } catch (ScriptException | Raised e) {
      throw e;
    } catch (Exception e) {
      String types = mapping.javaType().getName() + " and " + mapping.scriptType();
      throw new TypeConversionException(
          "a value that the mapping takes",
          types,
          ErrorDetails.of("python", "the mapping between " + types + " failed: " + e).causedBy(e));
    }
  }
}
