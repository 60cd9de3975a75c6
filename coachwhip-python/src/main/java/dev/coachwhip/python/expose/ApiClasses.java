package dev.coachwhip.python.expose;

import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.spi.exposed.ExposedApi;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The Python class of each API; made when the first object of it comes to Python, kept for ever. */
final class ApiClasses {

  private static final Map<ExposedApi, Long> CLASSES = new ConcurrentHashMap<>();

  private ApiClasses() {}

  /** Returns the class, borrowed. Attached. */
  static long of(ExposedApi api, Attachment attachment) {
    Long known = CLASSES.get(api);
    return known != null ? known : make(api, attachment);
  }

  private static long make(ExposedApi api, Attachment attachment) {
    // Making runs Python code, which may let another thread make it too: the first one counts.
    long made = new ApiClassMaker(api, attachment).make();
    @Nullable Long before = CLASSES.putIfAbsent(api, made);
    if (before == null) {
      return made;
    }
    PyRefs.Py_DecRef(made);
    return before;
  }
}
