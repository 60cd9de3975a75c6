package dev.coachwhip.python;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import dev.coachwhip.python.policy.Guard;
import dev.coachwhip.spi.EngineConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object of our Python code that stands for an engine: its globals, outputs and arguments.
 * Attached.
 */
final class EngineState {

  private static final long CLASS = Interpreter.running().helper("_Engine");
  private static final long ADD_PATH = Interpreter.running().helper("_add_path");
  private static final long IS_VALID_NAME = Interpreter.running().helper("_is_valid_name");
  private static final long FLUSH = Text.forever("flush");
  private static final long CLOSE = Text.forever("close");

  private EngineState() {}

  static PyRef create(
      EngineConfig config, EngineOutput output, @Nullable Guard guard, Attachment attachment) {
    // Not a method of the engine: Python's streams keep this, and the engine keeps Python's
    // streams, a circle that neither garbage collector would see.
    long write =
        NativeFunctions.create("write", (a, arguments, count, names) -> output.write(a, arguments));
    long argv = texts("argv", List.of(""), config, attachment);
    long path = texts("path", List.of(), config, attachment);
    long encoding = Text.toPython(output.encoding(), attachment);
    long errorEncoding = Text.toPython(output.errorEncoding(), attachment);
    try {
      PyRefs.Py_DecRef(Calls.call(ADD_PATH, attachment, path));
      return PyRef.ofOwned(
          Calls.call(
              CLASS,
              attachment,
              write,
              bool(output.isOwnOutput()),
              bool(output.isOwnErrorOutput()),
              encoding,
              errorEncoding,
              argv,
              guard == null ? Py.NONE : guard.builtins()));
    } finally {
      for (long owned : new long[] {write, argv, path, encoding, errorEncoding}) {
        PyRefs.Py_DecRef(owned);
      }
    }
  }

  /** Makes a list of an option's texts; without the tables of conversions, as every start does. */
  private static long texts(
      String option, List<String> standard, EngineConfig config, Attachment attachment) {
    List<?> texts = config.option(option, List.class).orElse(standard);
    long list = check(PyLists.PyList_New(0));
    for (Object text : texts) {
      if (!(text instanceof String string)) {
        PyRefs.Py_DecRef(list);
        throw new IllegalArgumentException(
            "the option '%s' is a list of String, and holds %s".formatted(option, text));
      }
      long item = Text.toPython(string, attachment);
      check(PyLists.PyList_Append(list, item));
      PyRefs.Py_DecRef(item);
    }
    return list;
  }

  private static long bool(boolean value) {
    return value ? Py.TRUE : Py.FALSE;
  }

  static void flush(PyRef state) {
    invoke(state, FLUSH);
  }

  static void close(PyRef state) {
    invoke(state, CLOSE);
  }

  /** Lets a function be called first on each thread that a script starts. */
  static void countThreadsBy(long function, PyRef state, Attachment attachment) {
    long method = check(PyObjects.PyObject_GetAttr(state.borrow(), Text.forever("count_threads")));
    PyRefs.Py_DecRef(Calls.call(method, attachment, function));
    PyRefs.Py_DecRef(method);
  }

  private static void invoke(PyRef state, long name) {
    try {
      long method = check(PyObjects.PyObject_GetAttr(state.borrow(), name));
      try {
        PyRefs.Py_DecRef(Calls.call(method));
      } finally {
        PyRefs.Py_DecRef(method);
      }
    } catch (Raised e) {
      PyRefs.Py_DecRef(
          e.exception()); // the stream of a closed program, say; there is nobody to tell
    }
  }

  static boolean isValidName(String name, Attachment attachment) {
    try {
      long text = Text.toPython(name, attachment);
      long valid = Calls.call(IS_VALID_NAME, attachment, text);
      PyRefs.Py_DecRef(valid);
      PyRefs.Py_DecRef(text);
      return valid == Py.TRUE;
    } catch (LoneSurrogateException e) {
      return false;
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception()); // as for a zero character before 3.12
      return false;
    }
  }
}
