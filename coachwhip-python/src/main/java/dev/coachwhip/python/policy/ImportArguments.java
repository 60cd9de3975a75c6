package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code __import__(name, globals, locals, fromlist, level)} is called with. Attached.
 *
 * @param module the module's full name, null if there is none
 * @param fromList borrowed, 0 for none
 */
record ImportArguments(@Nullable String module, long fromList) {

  private static final String[] PARAMETERS = {"name", "globals", "locals", "fromlist", "level"};
  private static final long PACKAGE = Text.forever("__package__");

  static ImportArguments of(long arguments, long count, long names) {
    long[] given = new long[PARAMETERS.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = argument(i, arguments, count, names);
    }
    long level = given[4] == 0 ? 0 : AuditEvent.numberOf(given[4], 0);
    String name = AuditEvent.textOf(given[0]);
    return new ImportArguments(
        name == null || level == 0 ? name : absolute(name, level, given[1]), given[3]);
  }

  private static long argument(int index, long arguments, long count, long names) {
    if (index < count) {
      return NativeMemory.getLong(arguments + (long) index * Long.BYTES);
    }
    for (long i = 0; names != 0 && i < PyTuples.PyTuple_Size(names); i++) {
      if (PARAMETERS[index].equals(AuditEvent.textOf(PyTuples.PyTuple_GetItem(names, i)))) {
        return NativeMemory.getLong(arguments + (count + i) * Long.BYTES);
      }
    }
    return 0;
  }

  /** Returns the full name of a relative import, null where Python will find none either. */
  private static @Nullable String absolute(String name, long level, long globals) {
    if (globals == 0 || ObjectLayout.typeOf(globals) != Py.DICT) {
      return null;
    }
    long found = PyDicts.PyDict_GetItemWithError(globals, PACKAGE);
    if (found == 0) {
      PyErrors.PyErr_Clear();
    }
    String folder = AuditEvent.textOf(found);
    for (long i = 1; folder != null && i < level; i++) {
      int end = folder.lastIndexOf('.');
      folder = end < 0 ? null : folder.substring(0, end);
    }
    return folder == null || name.isEmpty() ? folder : folder + "." + name;
  }

  /** Returns the names of {@code from module import names}. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    long type = fromList == 0 ? 0 : ObjectLayout.typeOf(fromList);
    if (type == Py.TUPLE) {
      for (long i = 0; i < PyTuples.PyTuple_Size(fromList); i++) {
        addTo(names, PyTuples.PyTuple_GetItem(fromList, i));
      }
    } else if (type == Py.LIST) {
      for (long i = 0; i < PyLists.PyList_Size(fromList); i++) {
        addTo(names, PyLists.PyList_GetItem(fromList, i));
      }
    }
    return names;
  }

  private static void addTo(List<String> names, long item) {
    String name = AuditEvent.textOf(item);
    if (name != null) {
      names.add(name);
    }
  }

  /**
   * Tells whether a C function imports, such as {@code time.strptime}: those pass an empty list,
   * statements never do.
   */
  boolean isByC() {
    return fromList != 0
        && ObjectLayout.typeOf(fromList) == Py.LIST
        && PyLists.PyList_Size(fromList) == 0;
  }
}
