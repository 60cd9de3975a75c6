package dev.coachwhip.python.policy;

/** What a policy looks at when something happens in Python. */
interface Check {

  /**
   * Looks.
   *
   * @param guard of the engine whose code it is
   * @param event what happens. Attached.
   * @throws Refusal if the policy does not allow it
   */
  void require(Guard guard, AuditEvent event);
}
