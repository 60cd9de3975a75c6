package dev.coachwhip.python.policy;

import dev.coachwhip.Policy;

/**
 * The event {@code import}: a module that is not loaded yet; with a file name, a native library.
 */
final class ImportCheck implements Check {

  // Imports by statement and by function have been looked at already, but for those of libraries.

  private static volatile boolean ofLibraries;

  /** Looks at what libraries import from now on. */
  static void coverLibraries() {
    ofLibraries = true;
  }

  @Override
  public boolean concerns(AuditEvent event) {
    return ofLibraries || !event.isNone(1);
  }

  @Override
  public void require(Guard guard, AuditEvent event) {
    String file = event.isNone(1) ? null : event.text(1);
    if (file != null && !guard.policy().allows(Policy.Operation.NATIVE_CODE)) {
      requireLibrary(file);
    }
    String module = guard.policy().coversLibraries() ? event.text(0) : null;
    if (module != null) {
      guard.modules().requireFirst(module);
    }
  }

  private static void requireLibrary(String file) {
    if (!LibraryFolders.holdsCode(file.replace('\\', '/'))) {
      throw Refusal.of("loading the extension module '" + file + "'");
    }
  }
}
