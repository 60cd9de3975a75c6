package dev.coachwhip.python.error;

import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Text;
import java.util.Optional;

/**
 * The lines that code of scripts was compiled from: several scripts may have the same name. A table
 * of our Python code keeps each text as long as any code of it lives. Attached.
 */
final class ScriptLines {

  /** Of its own class, which is initialised when first used, attached. */
  private static final class Table {
    static final long BY_CODE = Interpreter.running().helper("_lines");
  }

  private ScriptLines() {}

  /** Returns the lines that a code object is from, a list, borrowed; 0 if it is not of a script. */
  static long of(long code) {
    long key = PyLongs.PyLong_FromLongLong(code); // its id()
    long entry = key == 0 ? 0 : PyDicts.PyDict_GetItemWithError(Table.BY_CODE, key);
    PyRefs.Py_DecRef(key);
    boolean isTuple = entry != 0 && ObjectLayout.typeOf(entry) == Py.TUPLE;
    long lines = isTuple ? PyTuples.PyTuple_GetItem(entry, 1) : 0;
    if (lines == 0) {
      PyErrors.PyErr_Clear();
      return 0;
    }
    return ObjectLayout.typeOf(lines) == Py.LIST ? lines : 0;
  }

  /** Returns a line, with its end. */
  static Optional<String> line(long lines, int number, Attachment attachment) {
    // linecache has the same list, and with it whatever a script does to that.
    long line = number > PyLists.PyList_Size(lines) ? 0 : PyLists.PyList_GetItem(lines, number - 1);
    if (line == 0 || ObjectLayout.typeOf(line) != Py.STR) {
      return Optional.empty();
    }
    try {
      return Optional.of(Text.toJava(line, attachment));
    } catch (LoneSurrogateException e) {
      return Optional.empty();
    }
  }
}
