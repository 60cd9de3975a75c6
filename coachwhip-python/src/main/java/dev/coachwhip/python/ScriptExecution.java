package dev.coachwhip.python;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.CompiledScript.ResultUse;
import dev.coachwhip.python.ffi.PyEvals;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;

/** Runs compiled scripts and finds what they end with. Attached, under the engine's turn. */
final class ScriptExecution {

  /** Runs a script that awaits. */
  interface AwaitingRunner {

    /**
     * Runs the statements, then the last expression.
     *
     * @return the expression's value, None if there is no expression; a new reference
     */
    long run(CompiledScript script);
  }

  private final CompiledScript script;
  private final EngineGlobals globals;
  private final AwaitingRunner awaiting;

  private ScriptExecution(CompiledScript script, EngineGlobals globals, AwaitingRunner awaiting) {
    this.script = script;
    this.globals = globals;
    this.awaiting = awaiting;
  }

  /**
   * Runs a script.
   *
   * @param awaiting runs it if it awaits
   * @return what it ends with, a new reference
   * @throws dev.coachwhip.python.interp.Raised if it raises
   */
  static long run(CompiledScript script, EngineGlobals globals, AwaitingRunner awaiting) {
    globals.setFile(script);
    ScriptExecution execution = new ScriptExecution(script, globals, awaiting);
    return script.expression() == null && script.use() != ResultUse.NEVER
        ? execution.runForResult()
        : execution.run();
  }

  private long run() {
    if (script.awaits()) {
      return awaiting.run(script);
    }
    if (script.statements() != null) {
      PyRefs.Py_DecRef(evaluate(script.statements()));
    }
    return script.expression() != null ? evaluate(script.expression()) : none();
  }

  private long evaluate(PyRef code) {
    return check(PyEvals.PyEval_EvalCode(code.borrow(), globals.dict(), globals.dict()));
  }

  private static long none() {
    PyRefs.Py_IncRef(Py.NONE);
    return Py.NONE;
  }

  private long runForResult() {
    if (script.use() == ResultUse.ALWAYS) {
      PyRefs.Py_DecRef(run());
      return newReference(globals.result());
    }
    return runThatMayAssign();
  }

  /**
   * Runs a script that assigns {@code result} on some paths only. A value from before must not pass
   * for this run's: it is put aside meanwhile, or, where the script reads it too, told apart by its
   * identity.
   */
  private long runThatMayAssign() {
    long before = newReferenceOrNull(globals.result());
    boolean aside = before != 0 && script.use() == ResultUse.PERHAPS;
    if (aside) {
      globals.deleteResult();
    }
    try {
      PyRefs.Py_DecRef(run());
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
