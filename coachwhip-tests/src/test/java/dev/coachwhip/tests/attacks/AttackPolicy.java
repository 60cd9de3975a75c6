package dev.coachwhip.tests.attacks;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;

/** What stands in the way of an attack. */
@SuppressWarnings("ImmutableEnumChecker") // policies are immutable, but not marked so
enum AttackPolicy {
  /** The preset for analysis: modules, guard rails and the kernel. */
  PRESET(Policy.analysis()),
  /** All modules may be imported, so that guard rails and the kernel are left. */
  KERNEL(Policy.builder().denyFiles().deny(Operation.values()).build()),
  /** Native code may be called, past all guard rails: the kernel alone is left. */
  NATIVE(
      Policy.builder().denyFiles().deny(Operation.values()).allow(Operation.NATIVE_CODE).build());

  private final Policy policy;

  AttackPolicy(Policy policy) {
    this.policy = policy;
  }

  Policy policy() {
    return policy;
  }
}
