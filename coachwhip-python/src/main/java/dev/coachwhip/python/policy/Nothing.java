package dev.coachwhip.python.policy;

/** Asks for nothing: of gates that look at their calls themselves. */
record Nothing() implements Check {

  @Override
  public void require(Guard guard, AuditEvent event) {
    // Everybody may.
  }
}
