package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyRefs;
import java.util.function.ToLongFunction;

/**
 * An object of a Python module, such as a class of the standard library: the module is imported
 * when the object is first asked for, and the object is held for ever.
 */
public final class ModuleObject {

  // No static constant: importing runs Python code, which may fail (a script is cancelled there)
  // and lets go of Python, so that a class's initialiser could fail for ever or deadlock.

  private final ToLongFunction<Attachment> lookup;
  private volatile long object;

  private ModuleObject(ToLongFunction<Attachment> lookup) {
    this.lookup = lookup;
  }

  /**
   * Makes it; nothing is looked up yet.
   *
   * @param path the names of attributes, with dots between
   */
  public ModuleObject(String module, String path) {
    this(attachment -> find(module, path, attachment));
  }

  /**
   * Makes it for something that one of our own files defines.
   *
   * @param file as {@link Interpreter#helper(String, String)} takes it
   */
  public static ModuleObject ours(String file, String name) {
    return new ModuleObject(_ -> Interpreter.running().helper(file, name));
  }

  /**
   * Returns the object, borrowed for ever. Attached.
   *
   * @throws Raised if there is no such module or attribute
   */
  public long get(Attachment attachment) {
    long known = object;
    if (known == 0) {
      known = lookup.applyAsLong(attachment);
      object = known; // two threads may both look it up, which costs one reference
    }
    return known;
  }

  private static long find(String module, String path, Attachment attachment) {
    long finder = Interpreter.running().helper("_values", "module_object");
    long name = Text.toPython(module, attachment);
    try {
      long attributes = Text.toPython(path, attachment);
      try {
        return Calls.call(finder, attachment, name, attributes);
      } finally {
        PyRefs.Py_DecRef(attributes);
      }
    } finally {
      PyRefs.Py_DecRef(name);
    }
  }
}
