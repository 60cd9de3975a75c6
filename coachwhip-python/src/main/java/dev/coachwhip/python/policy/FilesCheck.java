package dev.coachwhip.python.policy;

/** An event that no policy with rules for files allows, whatever the path. */
record FilesCheck(String description) implements Check {

  @Override
  public void require(Guard guard, AuditEvent event) {
    if (guard.files().restrict() && Callers.who() != Caller.OURS) {
      throw Refusal.of(description);
    }
  }
}
