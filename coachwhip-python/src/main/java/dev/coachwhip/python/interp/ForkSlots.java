package dev.coachwhip.python.interp;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.CPython;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyMemoryViews;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Memory of the interpreter that leads from C to Java. A forked child writes something else there,
 * since no Java code can run in it: of the JVM only the forking thread is left. Attached.
 */
public final class ForkSlots {

  private static final int PY_BUF_WRITE = 0x200;

  /** {@code PyTypeObject.tp_dealloc}, after the header, the name and two sizes. */
  private static final long TP_DEALLOC = 6L * Long.BYTES;

  /** A word of memory; where that is which a child is to write there, and what is there now. */
  private record Slot(long address, long contentAddress, long originalAddress) {}

  private static final List<Slot> SLOTS = new ArrayList<>();

  static {
    keepCapsules();
  }

  private static BooleanSupplier preparation = () -> true;

  private ForkSlots() {}

  /** Adds a word of memory, and what a child is to write there. */
  public static void add(long address, long content) {
    SLOTS.add(new Slot(address, kept(content), kept(NativeMemory.getLong(address))));
  }

  private static long kept(long content) {
    long address = NativeMemory.allocateForever(Long.BYTES);
    NativeMemory.putLong(address, content);
    return address;
  }

  /**
   * Sets what is done before each fork.
   *
   * @param work may add slots; tells whether the current code may fork. Other code gets no slots,
   *     with which it could free itself
   */
  public static void prepareWith(BooleanSupplier work) {
    preparation = work;
  }

  /**
   * Returns a list of views in threes: of a word, of what a child writes there, and of what is
   * there now. The first is that of capsules.
   */
  static long views() {
    long list = check(PyLists.PyList_New(0));
    if (preparation.getAsBoolean()) {
      SLOTS.forEach(slot -> append(list, slot));
    }
    return list;
  }

  /** Has capsules stay in children: when they are dropped, they call Java. */
  private static void keepCapsules() {
    long type = CPython.symbol("PyCapsule_Type").orElseThrow();
    add(type + TP_DEALLOC, CPython.symbol("Py_IncRef").orElseThrow());
  }

  private static void append(long list, Slot slot) {
    long three = check(PyTuples.PyTuple_New(3));
    PyTuples.PyTuple_SetItem(three, 0, view(slot.address())); // which take the references
    PyTuples.PyTuple_SetItem(three, 1, view(slot.contentAddress()));
    PyTuples.PyTuple_SetItem(three, 2, view(slot.originalAddress()));
    PyLists.PyList_Append(list, three);
    PyRefs.Py_DecRef(three);
  }

  private static long view(long address) {
    return check(PyMemoryViews.PyMemoryView_FromMemory(address, Long.BYTES, PY_BUF_WRITE));
  }
}
