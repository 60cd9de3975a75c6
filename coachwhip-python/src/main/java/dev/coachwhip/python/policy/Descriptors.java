package dev.coachwhip.python.policy;

import dev.coachwhip.python.policy.FileCheck.Access;
import java.io.IOException;

/**
 * Files by their descriptors, which are numbers that a script may guess: most are the host's own.
 * Attached.
 */
final class Descriptors {

  private Descriptors() {}

  /**
   * Lets a script use a descriptor of a file that it may open. Pipes and the like have no path to
   * tell whose they are: libraries, such as subprocess, may use theirs.
   *
   * @throws Refusal if it may not
   */
  static void require(FileRules rules, Access access, long descriptor, String doing) {
    if (!allows(rules, access, descriptor) && Callers.isScript()) {
      throw Refusal.of(doing + " of descriptor " + descriptor);
    }
  }

  private static boolean allows(FileRules rules, Access access, long descriptor) {
    try {
      String path = RealPaths.ofDescriptor(descriptor).toString();
      return access == Access.READ
          ? rules.allowReading(path, null, true)
          : rules.allowWriting(path, null, true);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A function or event whose arguments are descriptors.
   *
   * @param description what it does, before the descriptor
   * @param access what happens to the file
   * @param arguments how many of them, from the first on
   */
  record Use(String description, Access access, int arguments) implements Check {
    @Override
    public void require(Guard guard, AuditEvent event) {
      for (int i = 0; guard.files().restrict() && i < arguments; i++) {
        Descriptors.require(guard.files(), access, event.number(i, Integer.MAX_VALUE), description);
      }
    }
  }
}
