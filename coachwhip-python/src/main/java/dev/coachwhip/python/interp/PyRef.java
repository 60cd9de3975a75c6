package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyRefs;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.LongFunction;

/**
 * One owned reference to a Python object, for values that outlive a call. It is released once it is
 * unreachable, by the next thread that attaches; nobody needs to close it.
 */
public final class PyRef {

  private static final class Cleaning {
    static final Cleaner CLEANER = Cleaner.create();
  }

  private final long object;

  private PyRef(long object) {
    this.object = object;
    DeferredReleases.expect();
    Cleaning.CLEANER.register(this, () -> DeferredReleases.add(object));
  }

  /** Takes a new reference to a borrowed object. Attached. */
  public static PyRef ofBorrowed(long object) {
    PyRefs.Py_IncRef(object);
    return new PyRef(object);
  }

  /** Takes over a reference that the caller owns. */
  public static PyRef ofOwned(long object) {
    return new PyRef(object);
  }

  /**
   * Returns the object, borrowed: it lives as long as this does, so keep this reachable while using
   * it.
   */
  public long borrow() {
    return object;
  }

  /**
   * Uses the object, which lives until the end of that. For whoever is not attached yet: attaching
   * drops what nobody can reach any more, this too once only its address is left.
   */
  public <T> T whileHeld(LongFunction<T> use) {
    try {
      return use.apply(object);
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}
