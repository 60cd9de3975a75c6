package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyCapsules;
import dev.coachwhip.python.ffi.Upcalls;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Java objects that Python objects hold: a capsule carries the object's number, and gives it back
 * when Python drops the capsule.
 */
public final class HandleTable {

  /** An object that wants to know when Python drops it. */
  public interface Handle {

    /** Called when Python drops the capsule; attached. Must be short and not throw. */
    void dropped();
  }

  private static final Deque<Integer> FREE = new ArrayDeque<>();
  private static @Nullable Object[] objects = new Object[64];
  private static int used = 1; // 0 would be a null pointer

  private static final class Destructor {
    static final long POINTER = Upcalls.destructor(MethodHandles.lookup(), "release");

    /** Called by Python when it drops a capsule; attached. */
    @SuppressWarnings("unused") // through Upcalls
    static void release(long capsule) {
      try {
        remove((int) PyCapsules.PyCapsule_GetPointer(capsule, 0));
      } catch (Throwable t) {
        // Nothing may leave an upcall; a slot is lost at worst.
      }
    }
  }

  private HandleTable() {}

  /**
   * Makes a capsule that keeps a Java object.
   *
   * @return a new reference. Attached.
   */
  public static long capsule(Object object) {
    int number = add(object);
    long capsule = PyCapsules.PyCapsule_New(number, 0, Destructor.POINTER);
    if (capsule == 0) {
      remove(number);
      throw Raised.take();
    }
    return capsule;
  }

  /** Returns the object that a capsule keeps. Attached. */
  public static Object get(long capsule) {
    Object object = objects[(int) PyCapsules.PyCapsule_GetPointer(capsule, 0)];
    if (object == null) {
      throw new IllegalStateException("a capsule of another kind");
    }
    return object;
  }

  /**
   * Returns the object that a capsule keeps, null for any other object, also for a capsule that is
   * not ours. Attached.
   */
  public static @Nullable Object find(long object) {
    if (PyCapsules.PyCapsule_IsValid(object, 0) == 0) {
      return null;
    }
    long number = PyCapsules.PyCapsule_GetPointer(object, 0);
    return number < 0 || number >= objects.length ? null : objects[(int) number];
  }

  /** Keeps an object; returns its number, which is not 0. Any thread. */
  static synchronized int add(Object object) {
    Integer free = FREE.poll();
    int number = free != null ? free : used++;
    if (number == objects.length) {
      objects = Arrays.copyOf(objects, 2 * number);
    }
    objects[number] = object;
    return number;
  }

  private static void remove(int number) {
    if (take(number) instanceof Handle handle) {
      handle.dropped();
    }
  }

  /** Returns the object of a number and forgets it. Any thread. */
  static synchronized Object take(int number) {
    Object object = objects[number];
    if (object == null) {
      throw new IllegalStateException("nothing is kept as number " + number);
    }
    objects[number] = null;
    FREE.push(number);
    return object;
  }

  /** Returns how many objects Python holds; for leak tests. */
  public static synchronized int size() {
    return used - 1 - FREE.size();
  }
}
