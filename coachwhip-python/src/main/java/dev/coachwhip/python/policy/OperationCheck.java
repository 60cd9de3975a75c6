package dev.coachwhip.python.policy;

import dev.coachwhip.Policy;

/** An event of an operation that is allowed or denied as a whole. */
final class OperationCheck implements Check {

  private final Policy.Operation operation;
  private final String description;
  private final Exempt exempt;

  /** Whose code is not held to it. */
  enum Exempt {
    /** Nobody's but our own. */
    NOBODY,
    /** What a library does of itself. */
    LIBRARIES,
    /** What a library does while it is imported. */
    IMPORTS
  }

  OperationCheck(Policy.Operation operation, String description, Exempt exempt) {
    this.operation = operation;
    this.description = description;
    this.exempt = exempt;
  }

  @Override
  public void require(Guard guard, AuditEvent event) {
    if (!guard.policy().allows(operation) && !isExempt()) {
      throw Refusal.of(description);
    }
  }

  private boolean isExempt() {
    return switch (exempt) {
      case NOBODY -> Callers.who() == Caller.OURS;
      case LIBRARIES -> !Callers.isScript();
      case IMPORTS -> isOfImport(Callers.who());
    };
  }

  private static boolean isOfImport(Caller caller) {
    return caller == Caller.IMPORT || caller == Caller.OURS;
  }
}
