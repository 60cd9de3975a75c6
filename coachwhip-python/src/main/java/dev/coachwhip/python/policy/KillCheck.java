package dev.coachwhip.python.policy;

import dev.coachwhip.Policy.Operation;

/** The event {@code os.kill}: a signal to a process, which may be this one. */
final class KillCheck implements Check {

  private static final long OWN = ProcessHandle.current().pid();

  @Override
  public void require(Guard guard, AuditEvent event) {
    long process = event.number(0, OWN);
    boolean perhapsOwn = process <= 0 || process == OWN;
    if (!guard.policy().allows(Operation.PROCESSES)
        || (perhapsOwn && !guard.policy().allows(Operation.EXIT))) {
      throw Refusal.of("sending a signal to a process");
    }
  }
}
