package dev.coachwhip.worker.ffi;

/** The error numbers of Linux that we tell apart ({@code asm-generic/errno-base.h}). */
public enum Errno {
  EPERM(1),
  ENOENT(2),
  ESRCH(3),
  EINTR(4),
  ENOMEM(12),
  EACCES(13),
  EINVAL(22),
  ENOSYS(38),
  EOPNOTSUPP(95);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  /** Returns the number, above zero. */
  public int number() {
    return number;
  }

  /** Tells whether a result of {@link Kernel#call} is this error. */
  public boolean is(long result) {
    return result == -number;
  }

  /** Returns the name of a number, or {@code "error 5"} for one that we do not know. */
  public static String name(int number) {
    for (Errno errno : values()) {
      if (errno.number == number) {
        return errno.name();
      }
    }
    return "error " + number;
  }
}
