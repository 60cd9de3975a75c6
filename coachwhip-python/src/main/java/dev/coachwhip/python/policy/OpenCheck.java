package dev.coachwhip.python.policy;

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
    String mode = event.text(1);
    boolean byMode = mode != null && mode.chars().anyMatch(c -> "wax+".indexOf(c) >= 0);
    return byMode || (event.number(2, ACCESS_BITS) & (ACCESS_BITS | creatingBits)) != 0;
  }
}
