package dev.coachwhip.python;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The globals of one engine: a dict, and the names used with it as str objects. Attached, under the
 * engine's turn.
 */
final class EngineGlobals {

  private static final int NAMES_KEPT = 512;

  private static final long GLOBALS = Text.forever("globals");
  private static final long RESET = Text.forever("reset");
  private static final long FILE = Text.forever("__file__");
  private static final long RESULT = Text.forever("result");

  private final PyRef state;
  private final PyRef dict;
  private String file = "";

  /**
   * Names are looked up far more often than they change, and making a str costs more than the
   * look-up in the dict.
   */
  private final Map<String, PyRef> names =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PyRef> eldest) {
          return size() > NAMES_KEPT;
        }
      };

  EngineGlobals(PyRef state) {
    this.state = state;
    this.dict = PyRef.ofOwned(check(PyObjects.PyObject_GetAttr(state.borrow(), GLOBALS)));
  }

  /** Returns the dict, borrowed. */
  long dict() {
    return dict.borrow();
  }

  /** Returns a global, borrowed, or 0 if there is none. */
  long get(String name, Attachment attachment) {
    long value = PyDicts.PyDict_GetItemWithError(dict(), name(name, attachment));
    if (value == 0) {
      Raised.checkNone();
    }
    return value;
  }

  /** Sets a global; takes its own reference. */
  void set(String name, long value, Attachment attachment) {
    check(PyDicts.PyDict_SetItem(dict(), name(name, attachment), value));
  }

  private long name(String name, Attachment attachment) {
    PyRef ref = names.get(name);
    if (ref == null) {
      ref = PyRef.ofOwned(Text.toPython(name, attachment));
      names.put(name, ref);
    }
    return ref.borrow();
  }

  /** Returns the names that are the user's: all but those with two underscores at both ends. */
  SortedSet<String> names(Attachment attachment) {
    SortedSet<String> result = new TreeSet<>();
    long position = 0;
    while (true) {
      long results = attachment.scratch();
      NativeMemory.putLong(results, position);
      if (PyDicts.PyDict_Next(dict(), results, results + 8, results + 16) == 0) {
        return result;
      }
      position = NativeMemory.getLong(results);
      addName(result, NativeMemory.getLong(results + 8), attachment);
    }
  }

  private static void addName(Set<String> result, long key, Attachment attachment) {
    if (ObjectLayout.typeOf(key) != Py.STR) {
      return; // globals()[3] = ...
    }
    try {
      String name = Text.toJava(key, attachment);
      if (!(name.startsWith("__") && name.endsWith("__"))) {
        result.add(name);
      }
    } catch (LoneSurrogateException e) {
      // No name that a host could ask for.
    }
  }

  /** Sets {@code __file__} for a script that is a file, and removes it for one that is not. */
  void setFile(CompiledScript script) {
    String wanted = script.isFile() ? script.source().name() : "";
    if (wanted.equals(file)) {
      return;
    }
    if (wanted.isEmpty()) {
      delete(FILE);
    } else {
      long name = Text.toPython(wanted, Attachment.ofCurrentThread());
      check(PyDicts.PyDict_SetItem(dict(), FILE, name));
      PyRefs.Py_DecRef(name);
    }
    file = wanted;
  }

  /** Returns {@code result}, borrowed, or 0. */
  long result() {
    long value = PyDicts.PyDict_GetItemWithError(dict(), RESULT);
    if (value == 0) {
      Raised.checkNone();
    }
    return value;
  }

  /** Puts {@code result} back. */
  void setResult(long value) {
    check(PyDicts.PyDict_SetItem(dict(), RESULT, value));
  }

  /** Removes {@code result} if it is there. */
  void deleteResult() {
    delete(RESULT);
  }

  private void delete(long name) {
    if (PyDicts.PyDict_DelItem(dict(), name) < 0) {
      PyRefs.Py_DecRef(Raised.take().exception()); // was not there
    }
  }

  /** Removes everything a script or the host has set. */
  void clear() {
    long reset = check(PyObjects.PyObject_GetAttr(state.borrow(), RESET));
    try {
      PyRefs.Py_DecRef(Calls.call(reset));
    } finally {
      PyRefs.Py_DecRef(reset);
    }
    file = "";
  }
}
