package dev.coachwhip.python.array;

import dev.coachwhip.python.ffi.PyArrays;
import dev.coachwhip.python.ffi.PyCapsules;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import org.jspecify.annotations.Nullable;

/** NumPy, where it is installed; imported when the first array is handed over. Attached. */
final class NumPy {

  private static volatile @Nullable NumPy loaded;

  private final PyRef arrayClass;

  private NumPy(PyRef arrayClass) {
    this.arrayClass = arrayClass;
  }

  private static final ModuleObject LOAD = ModuleObject.ours("_arrays", "load_numpy");

  /**
   * Returns NumPy, importing it if it can be.
   *
   * @return null if it is not installed, or its arrays are not laid out as we know them
   */
  static @Nullable NumPy get(Attachment attachment) {
    NumPy numpy = loaded;
    return numpy != null ? numpy : load(attachment);
  }

  private static @Nullable NumPy load(Attachment attachment) {
    long parts = Calls.call(LOAD.get(attachment));
    try {
      if (parts == Py.NONE) {
        return null;
      }
      // Its table of functions has no name, and is never freed.
      PyArrays.open(PyCapsules.PyCapsule_GetPointer(PyTuples.PyTuple_GetItem(parts, 0), 0));
      NumPy numpy = new NumPy(PyRef.ofBorrowed(PyTuples.PyTuple_GetItem(parts, 1)));
      loaded = ArrayLayout.isProved(attachment) ? numpy : null;
      return loaded;
    } finally {
      PyRefs.Py_DecRef(parts);
    }
  }

  /** Returns the class {@code ndarray}, borrowed for ever. */
  long arrayClass() {
    return arrayClass.borrow();
  }
}
