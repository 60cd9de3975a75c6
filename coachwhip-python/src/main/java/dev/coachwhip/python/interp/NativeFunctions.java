package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyMethods;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.Upcalls;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Python functions whose body is Java. All share one C function pointer; what is called is the Java
 * object that the function's {@code self} keeps.
 */
public final class NativeFunctions {

  /** The body of such a function. */
  @FunctionalInterface
  public interface Body {

    /**
     * Does the work. Attached.
     *
     * @param arguments address of the arguments, borrowed, positional ones first
     * @param count number of positional arguments
     * @param names tuple of the keyword arguments' names, 0 if there are none
     * @return a new reference
     * @throws Throwable whatever goes wrong; a {@link Raised} becomes that Python exception again,
     *     all else a {@code JavaException}
     */
    long call(Attachment attachment, long arguments, long count, long names) throws Throwable;
  }

  private static final int METH_FASTCALL_KEYWORDS = 0x80 | 0x2;

  /** {@code PyMethodDef}: name, function, flags, doc. */
  private static final long DEFINITION_BYTES = 4L * Long.BYTES;

  private static final long FUNCTION = Upcalls.fastCall(MethodHandles.lookup(), "call");

  /**
   * Definitions are never freed, as functions may outlive their engine; there is one for each name
   * and documentation ever used.
   */
  private static final ConcurrentHashMap<Definition, Long> DEFINITIONS = new ConcurrentHashMap<>();

  private record Definition(String name, String doc) {}

  private NativeFunctions() {}

  /**
   * Makes a function.
   *
   * @param name its {@code __name__}
   * @return a new reference. Attached.
   */
  public static long create(String name, Body body) {
    return create(name, "", body);
  }

  /**
   * Makes a function.
   *
   * @param name its {@code __name__}
   * @param doc its {@code __doc__}; where that begins with a line {@code name(parameters)}, then
   *     {@code --} and an empty line, {@code inspect} takes these for the signature
   * @return a new reference. Attached.
   */
  public static long create(String name, String doc, Body body) {
    long self = HandleTable.capsule(body);
    long definition =
        DEFINITIONS.computeIfAbsent(new Definition(name, doc), NativeFunctions::define);
    long function = PyMethods.PyCMethod_New(definition, self, 0, 0);
    PyRefs.Py_DecRef(self); // the function holds it
    return Raised.check(function);
  }

  /** Returns the Java body of a built-in function of Python, null if its body is C. Attached. */
  public static @Nullable Body bodyOf(long function) {
    return PyMethods.PyCFunction_GetFunction(function) == FUNCTION
        ? (Body) HandleTable.get(PyMethods.PyCFunction_GetSelf(function))
        : null;
  }

  private static long define(Definition of) {
    long definition = NativeMemory.allocateForever(DEFINITION_BYTES);
    NativeMemory.putLong(definition, NativeMemory.stringForever(of.name()));
    NativeMemory.putLong(definition + 8, FUNCTION);
    NativeMemory.putInt(definition + 16, METH_FASTCALL_KEYWORDS);
    if (!of.doc().isEmpty()) {
      NativeMemory.putLong(definition + 24, NativeMemory.stringForever(of.doc()));
    }
    return definition;
  }

  /** Adds what our own Python code needs. Attached. */
  static void addTo(long globals) {
    add(globals, "_current_engine", (_, _, _, _) -> currentEngine());
    add(globals, "_ask_java", (attachment, arguments, _, _) -> answer(attachment, arguments));
  }

  private static void add(long globals, String name, Body body) {
    long function = create(name, body);
    Raised.check(PyDicts.PyDict_SetItem(globals, Text.forever(name), function));
    PyRefs.Py_DecRef(function);
  }

  /** Does what few scripts need, so that a start makes one function for all of it. */
  private static long answer(Attachment attachment, long arguments) {
    String question = Text.toJava(NativeMemory.getLong(arguments), attachment);
    long about = NativeMemory.getLong(arguments + Long.BYTES);
    return switch (question) {
      case "stack trace" -> JavaErrors.stackTrace(about, attachment);
      case "exception class" ->
          JavaExceptionClasses.named(Text.toJava(about, attachment), attachment);
      case "fork slots" -> ForkSlots.views();
      case "own file" -> ownFile(Text.toJava(about, attachment));
      default -> throw new IllegalArgumentException(question);
    };
  }

  private static long ownFile(String name) {
    Interpreter running = Interpreter.running();
    long namespace = PythonFiles.namespace(name, () -> PythonFiles.text(name), running);
    PyRefs.Py_IncRef(namespace);
    return namespace;
  }

  private static long currentEngine() {
    Attachment.Scope scope = Attachment.currentScope();
    long engine = scope == null ? Py.NONE : scope.owner().pythonState();
    PyRefs.Py_IncRef(engine);
    return engine;
  }

  /** Called by Python; attached. */
  @SuppressWarnings("unused") // through Upcalls
  private static long call(long self, long arguments, long count, long names) {
    try {
      Attachment attachment = Attachment.ofUpcall();
      attachment.beginUpcall();
      try {
        return ((Body) HandleTable.get(self)).call(attachment, arguments, count, names);
      } catch (Throwable t) {
        raise(attachment, t);
        return 0;
      } finally {
        attachment.dropErrorsOfEnded();
        attachment.endUpcall();
      }
    } catch (Throwable t) {
      // Even raising failed, as it may where the stack ends. Python must still see some exception.
      PyErrors.PyErr_SetObject(Py.RUNTIME_ERROR, Py.NONE);
      return 0;
    }
  }

  private static void raise(Attachment attachment, Throwable thrown) {
    if (thrown instanceof Raised raised) {
      long exception = raised.exception();
      PyErrors.PyErr_SetObject(ObjectLayout.typeOf(exception), exception);
      PyRefs.Py_DecRef(exception);
    } else {
      raiseJava(attachment, thrown);
    }
  }

  private static void raiseJava(Attachment attachment, Throwable thrown) {
    try {
      JavaErrors.raise(attachment, thrown);
    } catch (Raised e) {
      raise(attachment, e); // a cancel that came while our own Python code made the exception
    }
  }
}
