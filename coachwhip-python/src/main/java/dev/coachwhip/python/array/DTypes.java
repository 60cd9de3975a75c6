package dev.coachwhip.python.array;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Text;
import dev.coachwhip.spi.DType;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** NumPy's dtype objects and Java's, each made once of the other. Attached. */
final class DTypes {

  private static final int KEPT = 256;

  /**
   * What is known of a dtype object.
   *
   * @param object keeps it, so that its address goes on to mean it
   * @param dtype empty for references to objects
   */
  private record Known(PyRef object, Optional<DType> dtype) {}

  private static final Map<Long, Known> BY_OBJECT = lastUsed();
  private static final Map<DType, PyRef> BY_TYPE = lastUsed();

  private static final ModuleObject TYPESTR = ModuleObject.ours("_arrays", "typestr");
  private static final ModuleObject DTYPE = ModuleObject.ours("_arrays", "dtype");

  private DTypes() {}

  private static <K, V> Map<K, V> lastUsed() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  /**
   * Returns the type that a dtype object stands for.
   *
   * @param object borrowed
   * @return null if the elements are references to objects
   */
  static @Nullable DType of(long object, Attachment attachment) {
    Known known;
    synchronized (BY_OBJECT) {
      known = BY_OBJECT.get(object);
    }
    if (known == null) {
      known = new Known(PyRef.ofBorrowed(object), read(object, attachment));
      synchronized (BY_OBJECT) {
        BY_OBJECT.put(object, known);
      }
    }
    return known.dtype().orElse(null);
  }

  private static Optional<DType> read(long object, Attachment attachment) {
    long typestr = Calls.call(TYPESTR.get(attachment), attachment, object);
    try {
      return typestr == Py.NONE
          ? Optional.empty()
          : Optional.of(DType.of(Text.toJava(typestr, attachment)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a type of some extension, whose elements only it can read
    } finally {
      PyRefs.Py_DecRef(typestr);
    }
  }

  /** Returns NumPy's dtype object for a type, a new reference. */
  static long toPython(DType dtype, Attachment attachment) {
    PyRef known;
    synchronized (BY_TYPE) {
      known = BY_TYPE.get(dtype);
    }
    if (known == null) {
      known = PyRef.ofOwned(make(dtype, attachment));
      synchronized (BY_TYPE) {
        BY_TYPE.put(dtype, known);
      }
    }
    PyRefs.Py_IncRef(known.borrow());
    return known.borrow();
  }

  private static long make(DType dtype, Attachment attachment) {
    long typestr = Text.toPython(typestr(dtype), attachment);
    try {
      return Calls.call(DTYPE.get(attachment), attachment, typestr);
    } finally {
      PyRefs.Py_DecRef(typestr);
    }
  }

  private static String typestr(DType dtype) {
    String order = dtype.order() == ByteOrder.LITTLE_ENDIAN ? "<" : ">";
    int bytes = dtype.itemBytes();
    String unit = dtype.unit().isEmpty() ? "" : "[" + dtype.unit() + "]";
    return switch (dtype.kind()) {
      case BOOLEAN -> "?";
      case SIGNED -> order + "i" + bytes;
      case UNSIGNED -> order + "u" + bytes;
      case FLOAT -> order + "f" + bytes;
      case COMPLEX -> order + "c" + bytes;
      case DATETIME -> order + "M8" + unit;
      case TIMEDELTA -> order + "m8" + unit;
      case TEXT -> order + "U" + bytes / Integer.BYTES;
      case BYTES -> "S" + bytes;
      case RAW, OPAQUE -> "V" + bytes;
    };
  }
}
