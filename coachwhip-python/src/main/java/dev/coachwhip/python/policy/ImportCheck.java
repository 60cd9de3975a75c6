package dev.coachwhip.python.policy;

import dev.coachwhip.Policy;
import org.jspecify.annotations.Nullable;

/** The event {@code import}: a module that is not loaded yet; with a file name, a native library. */
final class ImportCheck implements Check {

  @Override
  public void require(Guard guard, AuditEvent event) {
    String file = event.text(1);
    if (file != null && !guard.policy().allows(Policy.Operation.NATIVE_CODE)) {
      requireLibrary(file);
    }
    @Nullable String module = event.text(0);
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
