package dev.coachwhip.worker.ffi;

/** A system call failed that must not. */
public final class SystemCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int errno;

  /**
   * Makes it.
   *
   * @param call the call's name
   */
  public SystemCallException(String call, int errno) {
    super(call + " failed with " + Errno.name(errno));
    this.errno = errno;
  }

  /** Returns the error number. */
  public int errno() {
    return errno;
  }
}
