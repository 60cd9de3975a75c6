package dev.coachwhip.worker.sandbox;

/** Something that the system can offer for a sandbox. */
public enum SandboxFeature {
  /** Rules about files: Linux 5.13 and later. */
  LANDLOCK("Landlock", "files cannot be kept from scripts by the kernel"),
  /** Linux 6.12 and later. */
  LANDLOCK_SCOPES(
      "Landlock scopes",
      "signals and abstract sockets are kept from scripts by the system call filter alone"),
  /** A filter of system calls for all threads at once: Linux 3.17 and later. */
  SECCOMP("seccomp", "sockets and processes cannot be kept from scripts by the kernel"),
  /** A process that can gain no rights: Linux 3.5 and later. */
  NO_NEW_PRIVILEGES("no_new_privs", "programs that raise rights cannot be ruled out"),
  /** Limits on resources by process, {@code prlimit}. */
  RESOURCE_LIMITS("resource limits", "memory and open files cannot be limited by the kernel");

  private final String title;
  private final String without;

  SandboxFeature(String title, String without) {
    this.title = title;
    this.without = without;
  }

  /** Returns its name for people. */
  public String title() {
    return title;
  }

  /** Returns what it means where it is missing, in a few words. */
  public String without() {
    return without;
  }
}
