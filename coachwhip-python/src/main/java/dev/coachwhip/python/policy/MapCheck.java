package dev.coachwhip.python.policy;

/** The event {@code mmap.__new__}: a file in memory, by its descriptor; -1 is memory alone. */
final class MapCheck implements Check {

  private static final int ACCESS_READ = 1;
  private static final int ACCESS_COPY = 3;

  @Override
  public void require(Guard guard, AuditEvent event) {
    long descriptor = event.number(0, Integer.MAX_VALUE);
    if (guard.files().restrict() && descriptor >= 0) {
      long mode = event.number(2, 0);
      boolean reads = mode == ACCESS_READ || mode == ACCESS_COPY;
      Descriptors.require(
          guard.files(),
          reads ? FileCheck.Access.READ : FileCheck.Access.WRITE,
          descriptor,
          "mapping");
    }
  }
}
