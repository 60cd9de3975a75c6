package dev.coachwhip.worker.ffi;

import java.util.OptionalInt;

/** Makes system calls of Linux. */
public final class Kernel {

  private static final LinuxArchitecture ARCHITECTURE =
      LinuxArchitecture.current()
          .orElseThrow(() ->
              new UnsupportedOperationException(
                  "system calls are known for Linux on x86-64 and arm64 only"));

  private static final Native SYSCALL = Native.get("syscall");

  private Kernel() {}

  /** Returns the architecture whose calls are made. */
  public static LinuxArchitecture architecture() {
    return ARCHITECTURE;
  }

  /**
   * Makes a call.
   *
   * @param arguments as the call takes them, pointers as addresses; what is not given is 0
   * @return what it returns, or minus {@code errno} if it failed, as within the kernel
   */
  public static long call(SystemCall call, long... arguments) {
    OptionalInt number = call.number(ARCHITECTURE);
    if (number.isEmpty()) {
      return -Errno.ENOSYS.number();
    }
    long[] all = new long[Native.ARGUMENTS];
    all[0] = number.getAsInt();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Native.Outcome outcome = SYSCALL.call(all);
    return outcome.value() == -1 ? -outcome.errno() : outcome.value();
  }

  /**
   * Makes a call that must succeed.
   *
   * @throws SystemCallException if it fails; says which call and why
   */
  public static long require(SystemCall call, long... arguments) {
    long result = call(call, arguments);
    if (result < 0) {
      throw new SystemCallException(call.toString(), (int) -result);
    }
    return result;
  }
}
