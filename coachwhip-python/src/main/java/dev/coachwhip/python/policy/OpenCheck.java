package dev.coachwhip.python.policy;

import org.jspecify.annotations.Nullable;

/** The event {@code open}, of built-in {@code open()} and of {@code os.open}. */
final class OpenCheck extends FileCheck {

  /** {@code O_WRONLY | O_RDWR}, everywhere. */
  private static final long ACCESS_BITS = 3;

  private final long creatingBits;

  /**
   * Makes it.
   *
   * @param creatingBits the system's {@code O_CREAT | O_TRUNC | O_APPEND}
   */
  OpenCheck(long creatingBits) {
    super("reading the file", Access.READ, true);
    this.creatingBits = creatingBits;
  }

  /** All but what imports do: they read files of libraries. */
  @Override
  public boolean concerns(AuditEvent event) {
    long flags = event.number(2, ACCESS_BITS);
    if (flags == 0 || (flags & (ACCESS_BITS | creatingBits)) != 0) {
      return true;
    }
    String path = event.text(0);
    return path == null || !LibraryFolders.holdsImports(path);
  }

  @Override
  public void require(Guard guard, AuditEvent event) {
    if (!guard.files().restrict()) {
      return;
    }
    long folder = event.isNone(1) ? ThreadWork.ofCurrentThread().folder() : ThreadWork.NO_FOLDER;
    if (writes(event)) {
      require(guard, event, Access.WRITE, "writing the file", folder);
    } else {
      require(guard, event, Access.READ, "reading the file", folder);
    }
  }

  private boolean writes(AuditEvent event) {
    long flags = event.number(2, ACCESS_BITS);
    // C code that opens a file by a mode passes no flags, all other code does.
    return (flags == 0 && writes(event.text(1))) || (flags & (ACCESS_BITS | creatingBits)) != 0;
  }

  private static boolean writes(@Nullable String mode) {
    for (int i = 0; mode != null && i < mode.length(); i++) {
      if ("wax+".indexOf(mode.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
