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

  private static final long BASE = Interpreter.running().helper("_objects", "JavaObject");
  private static final long GET = Interpreter.running().helper("_objects", "get_handle");
  private static final long SET = Interpreter.running().helper("_objects", "set_handle");

  /** After the reference count and the class; free-threaded builds have it elsewhere. */
  private static final long OFFSET = 16;

  private static final boolean PROVED = prove();

  private HandleSlot() {}

  private static boolean prove() {
    Attachment attachment = Attachment.ofUpcall();
    long object = check(PyTypes.PyType_GenericNew(BASE, 0, 0));
    try {
      boolean empty = NativeMemory.getLong(object + OFFSET) == 0;
      PyRefs.Py_DecRef(Calls.call(SET, attachment, object, Py.NONE));
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
      if (PROVED) {
        NativeMemory.putLong(object + OFFSET, capsule); // which takes over the reference
        return object;
      }
      try {
        PyRefs.Py_DecRef(Calls.call(SET, attachment, object, capsule));
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
    if (PyTypes.PyType_IsSubtype(ObjectLayout.typeOf(object), BASE) == 0) {
      return null;
    }
    return PROVED
        ? handle(NativeMemory.getLong(object + OFFSET))
        : readThroughDescriptor(object, attachment);
  }

  private static @Nullable Handle readThroughDescriptor(long object, Attachment attachment) {
    long kept;
    try {
      kept = Calls.call(GET, attachment, object);
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
