package dev.coachwhip.python.policy;

import dev.coachwhip.Policy;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ForkSlots;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.TupleLayout;

/** What changes in the interpreter, for ever, with the first engine that has a policy. Attached. */
final class GuardedPython {

  private static boolean installed;

  /** The function that import statements of scripts call, borrowed for ever. */
  private static long importer;

  private GuardedPython() {}

  /** Does so the first time. */
  static void install(Attachment attachment) {
    if (installed) {
      return;
    }
    TupleLayout.prove();
    Violations.prepare();
    Guards.begin();
    installPython(attachment);
    Gates.close();
    AuditHook.install();
    ForkSlots.prepareWith(GuardedPython::prepareFork);
    installed = true;
  }

  private static void installPython(Attachment attachment) {
    importer = NativeFunctions.create("__import__", ImportFunction.DOC, new ImportFunction());
    PyRefs.Py_IncRef(importer);
    long[] functions = {
      importer,
      NativeFunctions.create("check_module", GuardedPython::checkModule),
      NativeFunctions.create("environment", GuardedPython::environment),
      NativeFunctions.create("thread_origin", GuardedPython::threadOrigin)
    };
    PyRefs.Py_DecRef(Calls.call(helper("install"), attachment, functions));
    for (long function : functions) {
      PyRefs.Py_DecRef(function);
    }
  }

  /** Has a child do without policies; returns whether the current code may make one. */
  private static boolean prepareFork() {
    AuditHook.prepareFork();
    return Guards.ofCurrentThread().stream()
        .allMatch(guard -> guard.policy().allows(Policy.Operation.PROCESSES));
  }

  private static long helper(String name) {
    return Interpreter.running().helper("_policy", name);
  }

  /** Makes a module {@code builtins} for the scripts of a guard; a new reference. */
  static long builtins(Attachment attachment) {
    return Calls.call(helper("own_builtins"), attachment, importer);
  }

  /** Has the imports of libraries ask the policy too. */
  static void coverLibraries(Attachment attachment) {
    PyRefs.Py_DecRef(Calls.call(helper("cover_libraries"), attachment, importer));
  }

  /** Returns the flags of {@code os.open} that make, empty or write a file. */
  static long creatingBits() {
    return AuditEvent.numberOf(helper("creating_bits"), 0);
  }

  /** {@code check_module(name)}, for what imports without a statement. */
  private static long checkModule(Attachment attachment, long arguments, long count, long names) {
    AuditEvent call = AuditEvent.ofCall(arguments, count);
    boolean allowed = AuditHook.require(new PickleCheck(), call);
    return allowed ? newNone() : 0;
  }

  /** {@code environment()}: the variables that the caller sees, None for those of the process. */
  private static long environment(Attachment attachment, long arguments, long count, long names) {
    for (Guard guard : Guards.ofCurrentCode()) {
      if (!guard.policy().allows(Policy.Operation.ENVIRONMENT)) {
        PyRefs.Py_IncRef(guard.environment());
        return guard.environment();
      }
    }
    return newNone();
  }

  /** {@code thread_origin()}: a function that a new thread calls; None if none may know it. */
  private static long threadOrigin(Attachment attachment, long arguments, long count, long names) {
    ThreadWork.Origin origin = Guards.originOfNewThread();
    return origin == null ? newNone() : NativeFunctions.create("origin", new Adoption(origin));
  }

  /** Tells a new thread by whom it was started, once. */
  private static final class Adoption implements NativeFunctions.Body {
    private final ThreadWork.Origin origin;
    private boolean used;

    Adoption(ThreadWork.Origin origin) {
      this.origin = origin;
    }

    @Override
    public long call(Attachment attachment, long arguments, long count, long names) {
      if (!used) {
        used = true;
        ThreadWork.ofCurrentThread().adopt(origin);
      }
      return newNone();
    }
  }

  private static long newNone() {
    PyRefs.Py_IncRef(Py.NONE);
    return Py.NONE;
  }
}
