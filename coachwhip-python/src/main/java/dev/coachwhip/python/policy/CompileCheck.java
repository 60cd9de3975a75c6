package dev.coachwhip.python.policy;

import dev.coachwhip.Policy.Operation;

/**
 * Events that make code: whose code it is is told by its file's name, so a script must not give it
 * that of a library.
 *
 * @param ofBytes whether the code is made of bytes, which the interpreter trusts as it trusts C
 */
record CompileCheck(boolean ofBytes) implements Check {

  @Override
  public void require(Guard guard, AuditEvent event) {
    String file = event.text(1);
    boolean library = file != null && CodeKind.of(file) != CodeKind.SCRIPT;
    boolean denied = ofBytes && !guard.policy().allows(Operation.NATIVE_CODE);
    if ((library || denied) && Callers.isScript()) {
      throw Refusal.of(
          denied
              ? "making code of bytes"
              : "making code under the name of the file '" + file + "'");
    }
  }
}
