package dev.coachwhip.python.convert;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.PyFloats;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTypes;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.spi.FlightRecording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes Java values of Python objects, all borrowed. Attached; one for each conversion.
 *
 * <p>The class of an object decides, by its address: the commonest at once, the others by {@link
 * ToJavaTable}. What has no Java counterpart becomes a reference to the object.
 */
public final class ToJava {

  // Converting a subclass may run Python code, which may change the containers we are in. So every
  // object that is not read at once is held while we look into it.

  private static final ScriptValue NONE = of(null, "NoneType");
  private static final ScriptValue TRUE = of(true, "bool");
  private static final ScriptValue FALSE = of(false, "bool");

  private final EngineLink engine;
  private final Attachment attachment;
  private final Nesting nesting = new Nesting();

  private ToJava(EngineLink engine, Attachment attachment) {
    this.engine = engine;
    this.attachment = attachment;
  }

  /**
   * Converts an object.
   *
   * @throws TypeConversionException if a container holds itself, or a str has a lone surrogate
   * @throws Raised if the object's own code raises
   */
  public static ScriptValue convert(EngineLink engine, Attachment attachment, long object) {
    engine.conversions().countFromScript();
    if (FlightRecording.isOn()) {
      return recorded(engine, attachment, object);
    }
    return object == Py.NONE ? NONE : new ToJava(engine, attachment).value(object);
  }

  private static ScriptValue recorded(EngineLink engine, Attachment attachment, long object) {
    Object event = FlightRecording.beginConversion(false);
    ScriptValue value = new ToJava(engine, attachment).value(object);
    FlightRecording.endConversion(event, value.typeName());
    return value;
  }

  /** Returns a value of Python's. */
  public static ScriptValue of(@Nullable Object data, String typeName) {
    return ScriptValue.of(data, typeName, PythonPrinter.INSTANCE);
  }

  /** Returns the engine that the object comes from. */
  public EngineLink engine() {
    return engine;
  }

  /** Returns the calling thread's attachment. */
  public Attachment attachment() {
    return attachment;
  }

  /** Converts an object inside the one being converted. */
  ScriptValue value(long object) {
    long type = ObjectLayout.typeOf(object);
    if (type == Py.INT) {
      return of(Ints.read(object, attachment), "int");
    }
    if (type == Py.FLOAT) {
      return of(PyFloats.PyFloat_AsDouble(object), "float");
    }
    if (type == Py.STR) {
      return of(Strings.read(object, attachment), "str");
    }
    if (object == Py.NONE) {
      return NONE;
    }
    if (object == Py.TRUE || object == Py.FALSE) {
      return object == Py.TRUE ? TRUE : FALSE;
    }
    return held(object, type);
  }

  private ScriptValue held(long object, long type) {
    PyRefs.Py_IncRef(object);
    try {
      return nested(object, ToJavaTable.of(type, attachment));
    } finally {
      PyRefs.Py_DecRef(object);
    }
  }

  private ScriptValue nested(long object, ToJavaTable.Entry entry) {
    nesting.enter(object, entry.name());
    try {
      return mapped(object, entry);
    } finally {
      nesting.leave();
    }
  }

  private ScriptValue mapped(long object, ToJavaTable.Entry entry) {
    ToJavaConverter converter = entry.converter();
    ScriptValue value =
        converter == null
            ? reference(object, entry.name())
            : converter.convert(object, entry.name(), this);
    TypeMappings mappings = engine.mappings();
    MappedType<?> mapped = mappings.isEmpty() ? null : mappings.ofPython(entry.lineage());
    return mapped == null ? value : mapped.toJava(object, value, this);
  }

  /**
   * Calls a function and converts what it returns.
   *
   * @param arguments borrowed
   */
  ScriptValue call(ModuleObject function, long... arguments) {
    long result = Calls.call(function.get(attachment), attachment, arguments);
    try {
      return value(result);
    } finally {
      PyRefs.Py_DecRef(result);
    }
  }

  /** Returns a reference to an object that has no Java counterpart. */
  ScriptValue reference(long object, String typeName) {
    long type = ObjectLayout.typeOf(object);
    boolean callable = PyObjects.PyCallable_Check(object) != 0;
    Optional<HostFunction> host =
        type == Py.BUILTIN_FUNCTION ? engine.hostFunction(object) : Optional.empty();
    return of(
        new PythonObject(engine, PyRef.ofBorrowed(object), callable, isCode(type), host), typeName);
  }

  private static boolean isCode(long type) {
    return type == Py.FUNCTION
        || type == Py.BUILTIN_FUNCTION
        || type == Py.MODULE
        || PyTypes.PyType_IsSubtype(type, Py.TYPE) != 0
        || PyTypes.PyType_IsSubtype(type, Py.MODULE) != 0;
  }
}
