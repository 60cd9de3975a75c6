package dev.coachwhip.python.policy;

/** What a policy looks at when something happens in Python. */
interface Check {

  /**
   * Tells whether anybody's policy might say something about an event. Asked first, whoever's code
   * it is, for what happens hundreds of times while packages are imported.
   */
  default boolean concerns(AuditEvent event) {
    return true;
  }

  /**
   * Looks.
   *
   * @param guard of the engine whose code it is
   * @param event what happens. Attached.
   * @throws Refusal if the policy does not allow it
   */
  void require(Guard guard, AuditEvent event);
}
