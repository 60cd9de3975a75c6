package dev.coachwhip.python.policy;

/**
 * Events that make code: whose code it is is told by its file's name, so a script must not give it
 * that of a library.
 */
final class CompileCheck implements Check {

  @Override
  public void require(Guard guard, AuditEvent event) {
    String file = event.text(1);
    if (file != null && CodeKind.of(file) != CodeKind.SCRIPT && Callers.who() == Caller.SCRIPT) {
      throw Refusal.of("making code under the name of the file '" + file + "'");
    }
  }
}
