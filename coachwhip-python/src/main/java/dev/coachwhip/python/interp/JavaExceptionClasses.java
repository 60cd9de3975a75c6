package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyRefs;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Java's exception classes as Python classes, each under that of its superclass; made when first
 * needed and kept, for each name once in a process. Keeps no Java class from being unloaded.
 * Attached.
 */
final class JavaExceptionClasses {

  private static final ClassValue<Long> CLASSES =
      new ClassValue<>() {
        @Override
        protected Long computeValue(Class<?> type) {
          return make(type);
        }
      };

  /** Of classes seen so far: those of a script's imports may be known to no other. */
  private static final Set<ClassLoader> LOADERS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private JavaExceptionClasses() {}

  /** Returns the Python class of a class of exceptions, borrowed for ever. */
  static long of(Class<?> type) {
    return CLASSES.get(type);
  }

  private static long make(Class<?> type) {
    Class<?> superclass = Objects.requireNonNull(type.getSuperclass(), "no class of exceptions");
    if (type == Throwable.class) {
      return create(type, Interpreter.running().helper("JavaException"));
    }
    if (type.isHidden()) {
      return of(superclass); // another name each time
    }
    ClassLoader loader = type.getClassLoader();
    if (loader != null) {
      LOADERS.add(loader);
    }
    return create(type, of(superclass));
  }

  private static long create(Class<?> type, long base) {
    Attachment attachment = Attachment.ofUpcall();
    long name = Text.toPython(type.getName(), attachment);
    try {
      long maker = Interpreter.running().helper("_java", "exception_class");
      return Calls.call(maker, attachment, name, base); // Python's table holds it for ever
    } finally {
      PyRefs.Py_DecRef(name);
    }
  }

  /**
   * Returns the Python class of a Java class that a script names.
   *
   * @return a new reference; None if there is no such class, False if it is none of exceptions
   */
  static long named(String name, Attachment attachment) {
    Class<?> found = attachment.detached(() -> find(name)); // class loaders are the host's code
    long result = Py.NONE;
    if (found != null) {
      result = Throwable.class.isAssignableFrom(found) ? of(found) : Py.FALSE;
    }
    PyRefs.Py_IncRef(result);
    return result;
  }

  /** Looks a class up without initialising it; a nested class may be named with dots. */
  private static @Nullable Class<?> find(String name) {
    for (String binaryName = name; ; ) {
      for (ClassLoader loader : loaders()) {
        Class<?> found = find(binaryName, loader);
        if (found != null) {
          return found;
        }
      }
      int dot = binaryName.lastIndexOf('.');
      if (dot < 0 || !startsUpperCase(binaryName, binaryName.lastIndexOf('.', dot - 1) + 1)) {
        return null;
      }
      binaryName = binaryName.substring(0, dot) + '$' + binaryName.substring(dot + 1);
    }
  }

  private static boolean startsUpperCase(String name, int at) {
    return Character.isUpperCase(name.codePointAt(at));
  }

  private static @Nullable Class<?> find(String binaryName, ClassLoader loader) {
    try {
      return Class.forName(binaryName, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private static Set<ClassLoader> loaders() {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    loaders.add(JavaExceptionClasses.class.getClassLoader());
    synchronized (LOADERS) {
      loaders.addAll(LOADERS);
    }
    return loaders;
  }
}
