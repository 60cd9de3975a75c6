package dev.coachwhip.python.policy;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.PyRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code builtins.__import__}, which import statements call: the audit event tells only of modules
 * that are not loaded yet, and most of Python is.
 */
final class ImportFunction implements NativeFunctions.Body {

  static final String DOC = "Import a module, if the engine's policy allows it.";

  private final PyRef original =
      PyRef.ofBorrowed(Interpreter.running().helper("_policy", "original_import"));

  @Override
  public long call(Attachment attachment, long arguments, long count, long names) {
    List<Guard> guards = Guards.ofCurrentThread();
    if (guards.isEmpty()) {
      return forward(arguments, count, names);
    }
    ImportArguments wanted = ImportArguments.of(arguments, count, names);
    String module = wanted.module();
    if (module == null) {
      return forward(arguments, count, names); // which raises
    }
    try {
      for (Guard guard : guards) {
        require(guard.modules(), module, wanted);
      }
    } catch (Refusal refusal) {
      Violations.set(refusal);
      return 0;
    }
    return module.equals("builtins") && Callers.importer().kind() == CodeKind.SCRIPT
        ? ownBuiltins(guards.getFirst())
        : forwardJudged(module, arguments, count, names);
  }

  /** Looks at an import in the place of all guards of the thread. */
  private static void require(ModuleRules rules, String module, ImportArguments wanted) {
    if (rules.restrict() && !rules.allowAllOf(module)) {
      rules.requireStatement(module, wanted.names(), wanted.isByC());
    }
  }

  private static long ownBuiltins(Guard guard) {
    PyRefs.Py_IncRef(guard.builtins());
    return guard.builtins();
  }

  private long forwardJudged(String module, long arguments, long count, long names) {
    ThreadWork work = ThreadWork.ofCurrentThread();
    @Nullable String outer = work.judgedModule();
    work.setJudgedModule(module);
    try {
      return forward(arguments, count, names);
    } finally {
      work.setJudgedModule(outer);
    }
  }

  /** Returns a new reference, or 0 with an exception set. */
  private long forward(long arguments, long count, long names) {
    long keywords = names == 0 ? 0 : keywords(arguments, count, names);
    try {
      return PyObjects.PyObject_VectorcallDict(original.borrow(), arguments, count, keywords);
    } finally {
      PyRefs.Py_DecRef(keywords);
    }
  }

  private static long keywords(long arguments, long count, long names) {
    long dict = check(PyDicts.PyDict_New());
    for (long i = 0; i < PyTuples.PyTuple_Size(names); i++) {
      long value = NativeMemory.getLong(arguments + (count + i) * Long.BYTES);
      check(PyDicts.PyDict_SetItem(dict, PyTuples.PyTuple_GetItem(names, i), value));
    }
    return dict;
  }
}
