package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.interp.NumberLayout;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.IntegerList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of nothing but floats, or of nothing but ints, in one pass over their memory. Attached. */
final class NumberLists {

  private static final int SHORTEST = 8;

  private NumberLists() {}

  /** Returns the elements if all are floats or all are ints of up to 60 bits, else null. */
  static @Nullable List<ScriptValue> read(long list, int size) {
    if (size < SHORTEST || !NumberLayout.isProved()) {
      return null;
    }
    long items = NumberLayout.listItems(list);
    long type = ObjectLayout.typeOf(NativeMemory.getLong(items));
    if (type == Py.FLOAT) {
      return floats(items, size);
    }
    return type == Py.INT ? ints(items, size) : null;
  }

  private static @Nullable List<ScriptValue> floats(long items, int size) {
    double[] values = new double[Math.min(size, SHORTEST)];
    for (int i = 0; i < size; i++) {
      long item = NativeMemory.getLong(items + (long) i * Long.BYTES);
      if (ObjectLayout.typeOf(item) != Py.FLOAT) {
        return null;
      }
      if (i == values.length) { // only now does it look like a list of floats
        values = Arrays.copyOf(values, size);
      }
      values[i] = NumberLayout.floatValue(item);
    }
    return new FloatList(values, "float", PythonPrinter.INSTANCE);
  }

  private static @Nullable List<ScriptValue> ints(long items, int size) {
    long[] values = new long[Math.min(size, SHORTEST)];
    for (int i = 0; i < size; i++) {
      long item = NativeMemory.getLong(items + (long) i * Long.BYTES);
      if (ObjectLayout.typeOf(item) != Py.INT || !NumberLayout.isShort(item)) {
        return null;
      }
      if (i == values.length) {
        values = Arrays.copyOf(values, size);
      }
      values[i] = NumberLayout.intValue(item);
    }
    return new IntegerList(values, "int", PythonPrinter.INSTANCE);
  }

  static long toPython(FloatList values, ToPython conversion) {
    long list = check(PyLists.PyList_New(values.size()));
    for (int i = 0; i < values.size(); i++) {
      check(PyLists.PyList_SetItem(list, i, Floats.toPython(values.getDouble(i))));
    }
    return list;
  }

  static long toPython(IntegerList values, ToPython conversion) {
    long list = check(PyLists.PyList_New(values.size()));
    for (int i = 0; i < values.size(); i++) {
      check(PyLists.PyList_SetItem(list, i, Ints.toPython(values.getLong(i))));
    }
    return list;
  }
}
