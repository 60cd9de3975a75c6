package dev.coachwhip.python.expose;

import dev.coachwhip.python.ffi.PyRefs;
import java.util.ArrayList;
import java.util.List;

/** New references that are dropped at the end of a block. Attached. */
final class OwnedObjects implements AutoCloseable {

  private final List<Long> objects = new ArrayList<>();

  /** Takes over a reference; returns the object. */
  long add(long object) {
    objects.add(object);
    return object;
  }

  @Override
  public void close() {
    objects.forEach(PyRefs::Py_DecRef);
  }
}
