package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyCapsules;
import dev.coachwhip.python.ffi.Upcalls;
import dev.coachwhip.python.spi.PythonCapsule;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Capsules with a pointer for others, whose end Java is told of; {@link HandleTable} makes those
 * that only we look into.
 */
public final class Capsules {

  /** C keeps a capsule's name; never freed. */
  private static final ConcurrentHashMap<String, Long> NAMES = new ConcurrentHashMap<>();

  private static final class Destructor {
    static final long POINTER = Upcalls.destructor(MethodHandles.lookup(), "drop");

    /**
     * Called by Python when it drops a capsule; attached. An exception may be set, which belongs to
     * whoever dropped it: nothing here looks at it or sets one.
     */
    @SuppressWarnings("unused") // through Upcalls
    static void drop(long capsule) {
      try {
        PythonCapsule dropped =
            (PythonCapsule) HandleTable.take((int) PyCapsules.PyCapsule_GetContext(capsule));
        Attachment attachment = Attachment.ofUpcall();
        attachment.beginUpcall();
        try {
          ended(dropped, attachment);
        } finally {
          attachment.endUpcall();
        }
      } catch (Throwable t) {
        // Nothing may leave an upcall, and a destructor has nobody to tell.
      }
    }
  }

  private Capsules() {}

  /**
   * Makes a capsule.
   *
   * @return a new reference. Attached.
   * @throws Raised if Python has no memory for it; its {@code whenDropped} has been called then
   */
  public static long create(PythonCapsule capsule, Attachment attachment) {
    long made =
        PyCapsules.PyCapsule_New(capsule.pointer(), name(capsule.name()), Destructor.POINTER);
    if (made == 0) {
      Raised noMemory = Raised.take();
      ended(capsule, attachment);
      throw noMemory;
    }
    int _ = PyCapsules.PyCapsule_SetContext(made, HandleTable.add(capsule));
    return made;
  }

  /** Returns an object's pointer if it is a capsule of this name, else 0. Attached. */
  public static long pointer(long object, String name) {
    long chars = name(name);
    return PyCapsules.PyCapsule_IsValid(object, chars) != 0
        ? PyCapsules.PyCapsule_GetPointer(object, chars)
        : 0;
  }

  private static void ended(PythonCapsule capsule, Attachment attachment) {
    attachment.detached(() -> {
      capsule.whenDropped().run();
      return true;
    });
  }

  private static long name(String name) {
    return NAMES.computeIfAbsent(name, NativeMemory::stringForever);
  }
}
