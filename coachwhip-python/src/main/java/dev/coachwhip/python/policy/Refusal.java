package dev.coachwhip.python.policy;

/**
 * What a policy refuses, on its way to Python, where it is an exception. Never leaves an upcall.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String refused;
  private final boolean ofImport;

  private Refusal(String refused, boolean ofImport) {
    super(refused, null, false, false); // no stack trace: a script may be refused in a loop
    this.refused = refused;
    this.ofImport = ofImport;
  }

  static Refusal of(String refused) {
    return new Refusal(refused, false);
  }

  /** An import: scripts that try one and go on without it catch an ImportError. */
  static Refusal ofModule(String module) {
    return new Refusal("import of module '" + module + "'", true);
  }

  /** Returns what was tried. */
  String refused() {
    return refused;
  }

  /** Tells whether it is to be an ImportError. */
  boolean isOfImport() {
    return ofImport;
  }
}
