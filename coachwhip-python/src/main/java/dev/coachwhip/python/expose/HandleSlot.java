package dev.coachwhip.python.expose;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTypes;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.HandleTable;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import org.jspecify.annotations.Nullable;

/**
 * Where the Python objects of ours keep their handle. Attached.
 *
 * <p>Read directly from the object's memory where a look at one proved that it stands where we
 * think, else through the slot's descriptor. A script can make objects without a handle, and may
 * put anything into the slot: {@link #read} returns null for what is no handle of ours.
 */
final class HandleSlot {

  // No static constants: making them runs Python code, which lets go of Python, and a thread that
  // then waited for the class's initialiser would hold Python.

  /** After the reference count and the class; free-threaded builds have it elsewhere. */
  private static final long OFFSET = 16;

  private static volatile @Nullable HandleSlot known;

  private final long base;
  private final long get;
  private final long set;
  private final boolean proved;

  private HandleSlot(Attachment attachment) {
    Interpreter interpreter = Interpreter.running();
    base = interpreter.helper("_objects", "JavaObject");
    get = interpreter.helper("_objects", "get_handle");
    set = interpreter.helper("_objects", "set_handle");
    proved = prove(attachment);
  }

  private static HandleSlot of(Attachment attachment) {
    HandleSlot slot = known;
    if (slot == null) {
      slot = new HandleSlot(attachment);
      known = slot; // two threads may both make it
    }
    return slot;
  }

  private boolean prove(Attachment attachment) {
    long object = check(PyTypes.PyType_GenericNew(base, 0, 0));
    try {
      boolean empty = NativeMemory.getLong(object + OFFSET) == 0;
      PyRefs.Py_DecRef(Calls.call(set, attachment, object, Py.NONE));
      return empty && NativeMemory.getLong(object + OFFSET) == Py.NONE;
    } finally {
      PyRefs.Py_DecRef(object);
    }
  }

  /**
   * Makes an object.
   *
   * @param type a class of ours
   * @return a new reference
   */
  static long create(long type, Handle handle, Attachment attachment) {
    long object = check(PyTypes.PyType_GenericNew(type, 0, 0));
    try {
      long capsule = HandleTable.capsule(handle);
      HandleSlot slot = of(attachment);
      if (slot.proved) {
        NativeMemory.putLong(object + OFFSET, capsule); // which takes over the reference
        return object;
      }
      try {
        PyRefs.Py_DecRef(Calls.call(slot.set, attachment, object, capsule));
        return object;
      } finally {
        PyRefs.Py_DecRef(capsule);
      }
    } catch (Raised e) {
      PyRefs.Py_DecRef(object);
      throw e;
    }
  }

  /** Returns the handle of any object, null if it has none. */
  static @Nullable Handle read(long object, Attachment attachment) {
    HandleSlot slot = of(attachment);
    if (PyTypes.PyType_IsSubtype(ObjectLayout.typeOf(object), slot.base) == 0) {
      return null;
    }
    return slot.proved
        ? handle(NativeMemory.getLong(object + OFFSET))
        : slot.readThroughDescriptor(object, attachment);
  }

  private @Nullable Handle readThroughDescriptor(long object, Attachment attachment) {
    long kept;
    try {
      kept = Calls.call(get, attachment, object);
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception()); // AttributeError: the slot is empty
      return null;
    }
    try {
      return handle(kept);
    } finally {
      PyRefs.Py_DecRef(kept);
    }
  }

  private static @Nullable Handle handle(long kept) {
    return kept != 0 && HandleTable.find(kept) instanceof Handle handle ? handle : null;
  }
}
