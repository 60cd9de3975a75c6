package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyFrames;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Interpreter;
import java.util.function.LongFunction;

/**
 * The folders {@code __pycache__}: Python keeps there what it compiled when it imports a module,
 * and without them each start would compile all of a library again. Attached.
 */
final class BytecodeCache {

  /** The functions of importlib that write, and last the one that has compiled: a tuple of code. */
  private static final long WRITERS = Interpreter.running().helper("_policy", "bytecode_writers");

  private static final int COMPILER = 3;

  private BytecodeCache() {}

  /**
   * Tells whether it is Python's own import of a library that writes a file, or makes the folder.
   */
  static boolean isWriting(String path) {
    String file = path.replace('\\', '/');
    boolean cache = file.endsWith("/__pycache__") || file.contains("/__pycache__/");
    return cache && LibraryFolders.holdsCode(file) && isImportlib();
  }

  private static boolean isImportlib() {
    Chain chain = new Chain();
    Callers.withFrames(chain);
    return chain.compiler;
  }

  /** By the code objects themselves: a file's name anybody can give. */
  private static final class Chain implements LongFunction<Boolean> {
    private boolean compiler;

    @Override
    public Boolean apply(long frame) {
      long code = PyFrames.PyFrame_GetCode(frame);
      PyRefs.Py_DecRef(code); // the frame holds it
      compiler = code == PyTuples.PyTuple_GetItem(WRITERS, COMPILER);
      return !compiler && isWriter(code);
    }

    private static boolean isWriter(long code) {
      for (int i = 0; i < COMPILER; i++) {
        if (code == PyTuples.PyTuple_GetItem(WRITERS, i)) {
          return true;
        }
      }
      return false;
    }
  }
}
