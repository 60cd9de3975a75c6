package dev.coachwhip.python.convert;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.spi.FlightRecording;
import org.jspecify.annotations.Nullable;

/**
 * Makes Python objects of Java values; every result is a new reference. Attached; one for each
 * conversion. {@link ToPythonTable} says what becomes what.
 */
public final class ToPython {

  private final EngineLink engine;
  private final Attachment attachment;
  private String functionName = "";
  private final Nesting nesting = new Nesting();

  private ToPython(EngineLink engine, Attachment attachment) {
    this.engine = engine;
    this.attachment = attachment;
  }

  /**
   * Converts a value.
   *
   * @return a new reference
   * @throws TypeConversionException if the value, or one inside it, has no counterpart in Python
   */
  public static long convert(EngineLink engine, Attachment attachment, @Nullable Object value) {
    engine.conversions().countToScript();
    if (FlightRecording.isOn()) {
      return recorded(new ToPython(engine, attachment), value);
    }
    if (value instanceof Long n) {
      return Ints.toPython(n);
    }
    return new ToPython(engine, attachment).value(value);
  }

  private static long recorded(ToPython conversion, @Nullable Object value) {
    Object event = FlightRecording.beginConversion(true);
    long converted = conversion.value(value);
    FlightRecording.endConversion(event, value == null ? "null" : value.getClass().getName());
    return converted;
  }

  /**
   * Converts a value that gets a name.
   *
   * @param name what a function is called in Python if the value is one
   * @return a new reference
   * @throws TypeConversionException as {@link #convert}
   */
  public static long convertNamed(
      EngineLink engine, Attachment attachment, String name, @Nullable Object value) {
    ToPython conversion = new ToPython(engine, attachment);
    conversion.functionName = name;
    engine.conversions().countToScript();
    return FlightRecording.isOn() ? recorded(conversion, value) : conversion.value(value);
  }

  /** Returns what a function being converted is to be called; empty if that does not matter. */
  String functionName() {
    return nesting.depth() == 1 ? functionName : ""; // those in containers have no name
  }

  /** Returns the engine that the value is for. */
  public EngineLink engine() {
    return engine;
  }

  /** Returns the calling thread's attachment. */
  public Attachment attachment() {
    return attachment;
  }

  /** Converts a value inside the one being converted; a new reference. */
  public long value(@Nullable Object value) {
    return switch (value) {
      case null -> borrowed(Py.NONE);
      case Boolean b -> borrowed(b ? Py.TRUE : Py.FALSE);
      case Long n -> Ints.toPython(n);
      case Double d -> Floats.toPython(d);
      case String s -> Strings.toPython(s, attachment);
      case Integer n -> Ints.toPython(n);
      case Short n -> Ints.toPython(n);
      case Byte n -> Ints.toPython(n);
      case Float f -> Floats.toPython(f);
      default -> byTable(value);
    };
  }

  private long byTable(Object value) {
    nesting.enter(value);
    try {
      MappedType<?> mapped =
          engine.mappings().isEmpty() ? null : engine.mappings().ofJava(value.getClass());
      return mapped == null ? unmapped(value) : mapped.toPython(value, this);
    } finally {
      nesting.leave();
    }
  }

  private long unmapped(Object value) {
    ToPythonConverter<Object> converter = ToPythonTable.of(value.getClass());
    if (converter == null) {
      throw unconvertible(
          value.getClass().getName(),
          " (expose it with Exposed.of, or map its class with a TypeMapping)");
    }
    return converter.convert(value, this);
  }

  /** Calls a class or function with Java values; a new reference. */
  long call(ModuleObject callable, @Nullable Object... values) {
    long[] arguments = new long[values.length];
    try {
      for (int i = 0; i < values.length; i++) {
        arguments[i] = value(values[i]);
      }
      return Calls.call(callable.get(attachment), attachment, arguments);
    } finally {
      for (long argument : arguments) {
        PyRefs.Py_DecRef(argument); // ignores those not made
      }
    }
  }

  /** Returns a new reference to a borrowed object. */
  static long borrowed(long object) {
    PyRefs.Py_IncRef(object);
    return object;
  }

  /** Returns what to throw for a value that has no counterpart. */
  static TypeConversionException unconvertible(String what) {
    return unconvertible(what, "");
  }

  private static TypeConversionException unconvertible(String what, String advice) {
    return new TypeConversionException(
        "a value Python can hold",
        what,
        ErrorDetails.of("python", "cannot convert " + what + advice + " to a Python value"));
  }
}
