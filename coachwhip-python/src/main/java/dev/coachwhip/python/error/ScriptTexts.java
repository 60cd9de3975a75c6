package dev.coachwhip.python.error;

import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.HandleTable;
import dev.coachwhip.python.interp.Interpreter;
import org.jspecify.annotations.Nullable;

/**
 * The texts that code of scripts was compiled from: several scripts may have the same name. A table
 * of our Python code keeps each as long as any code of it lives. Attached.
 */
public final class ScriptTexts {

  /** Of its own class, which is initialised when first used, attached. */
  private static final class Table {
    static final long BY_CODE = Interpreter.running().helper("_texts");
  }

  private ScriptTexts() {}

  /** Makes what the table keeps for a text; a new reference. */
  public static long kept(String text) {
    return HandleTable.capsule(text);
  }

  /** Returns the text that a code object is from, null if it is not of a script. */
  static @Nullable String of(long code) {
    long key = PyLongs.PyLong_FromLongLong(code); // its id()
    long entry = key == 0 ? 0 : PyDicts.PyDict_GetItemWithError(Table.BY_CODE, key);
    PyRefs.Py_DecRef(key);
    if (entry == 0) {
      PyErrors.PyErr_Clear();
      return null;
    }
    return (String) HandleTable.get(PyTuples.PyTuple_GetItem(entry, 1));
  }
}
