package dev.coachwhip.python;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.CompiledScript.ResultUse;
import dev.coachwhip.python.ffi.PyEvals;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;

/** Runs compiled scripts and finds what they end with. Attached, under the engine's turn. */
final class ScriptExecution {

  private ScriptExecution() {}

  /**
   * Runs a script.
   *
   * @return what it ends with, a new reference
   * @throws dev.coachwhip.python.interp.Raised if it raises
   */
  static long run(CompiledScript script, EngineGlobals globals) {
    globals.setFile(script);
    if (script.expression() == null && script.use() != ResultUse.NEVER) {
      return runForResult(script, globals);
    }
    if (script.statements() != null) {
      PyRefs.Py_DecRef(evaluate(script.statements(), globals));
    }
    return script.expression() != null ? evaluate(script.expression(), globals) : none();
  }

  private static long evaluate(PyRef code, EngineGlobals globals) {
    return check(PyEvals.PyEval_EvalCode(code.borrow(), globals.dict(), globals.dict()));
  }

  private static long none() {
    PyRefs.Py_IncRef(Py.NONE);
    return Py.NONE;
  }

  private static long runForResult(CompiledScript script, EngineGlobals globals) {
    PyRef statements = java.util.Objects.requireNonNull(script.statements());
    if (script.use() == ResultUse.ALWAYS) {
      PyRefs.Py_DecRef(evaluate(statements, globals));
      return newReference(globals.result());
    }
    return runThatMayAssign(statements, script.use(), globals);
  }

  /**
   * Runs a script that assigns {@code result} on some paths only. A value from before must not pass
   * for this run's: it is put aside meanwhile, or, where the script reads it too, told apart by its
   * identity.
   */
  private static long runThatMayAssign(PyRef statements, ResultUse use, EngineGlobals globals) {
    long before = newReferenceOrNull(globals.result());
    boolean aside = before != 0 && use == ResultUse.PERHAPS;
    if (aside) {
      globals.deleteResult();
    }
    try {
      PyRefs.Py_DecRef(evaluate(statements, globals));
      long after = globals.result();
      return after == 0 || (after == before && !aside) ? none() : newReference(after);
    } finally {
      if (aside && globals.result() == 0) {
        globals.setResult(before);
      }
      PyRefs.Py_DecRef(before);
    }
  }

  private static long newReference(long borrowed) {
    return borrowed == 0 ? none() : newReferenceOrNull(borrowed);
  }

  private static long newReferenceOrNull(long borrowed) {
    PyRefs.Py_IncRef(borrowed);
    return borrowed;
  }
}
