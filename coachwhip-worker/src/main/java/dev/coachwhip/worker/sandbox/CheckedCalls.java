package dev.coachwhip.worker.sandbox;

import static dev.coachwhip.worker.sandbox.ArgumentRule.isNull;
import static dev.coachwhip.worker.sandbox.ArgumentRule.noneOf;
import static dev.coachwhip.worker.sandbox.ArgumentRule.oneOf;

import dev.coachwhip.worker.ffi.SystemCall;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The system calls that a confined process may make with some arguments and not with others. */
final class CheckedCalls {

  private static final int ALL_BITS = ~0;

  // fcntl.h
  private static final int O_ACCMODE = 3;
  private static final int O_TRUNC = 0x200;
  private static final int O_WRONLY = 1;
  private static final int O_RDWR = 2;

  // linux/sched.h
  private static final int CLONE_THREAD = 0x10000;
  private static final int CLONE_NEW_NAMESPACES = 0x7E020000;

  // sys/socket.h
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_STREAM = 1;
  private static final int SOCKET_TYPE = 0xF;

  /** Terminal attributes for {@code isatty}, window size, bytes to read, modes of a descriptor. */
  private static final int[] HARMLESS_IOCTLS = {0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451};

  /** TIOCSTI and TIOCLINUX type into the terminal of whoever reads it next. */
  private static final int[] TYPING_IOCTLS = {0x5412, 0x541C};

  /** F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY: signals to whom a process likes. */
  private static final int[] SIGNALLING_FCNTLS = {8, 10, 15, 1024, 1026};

  /**
   * PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_GET_SECCOMP, PR_CAPBSET_READ, PR_SET_TIMERSLACK,
   * PR_GET_TIMERSLACK, PR_GET_NO_NEW_PRIVS, and PR_SET_VMA, by which the C library names memory.
   */
  private static final int[] HARMLESS_PRCTLS = {3, 15, 16, 21, 23, 29, 30, 39, 0x53564D41};

  private CheckedCalls() {}

  /**
   * Returns each with the conditions that must all hold.
   *
   * @param pid the process
   */
  static Map<SystemCall, List<ArgumentRule>> under(CallRules rules, int pid) {
    Map<SystemCall, List<ArgumentRule>> checked = new EnumMap<>(SystemCall.class);
    addFiles(checked, rules);
    addProcesses(checked, rules, pid);
    addSockets(checked, rules);
    checked.put(SystemCall.PRCTL, List.of(oneOf(0, ALL_BITS, HARMLESS_PRCTLS)));
    // Limits can be read; a script that lowers them, or root that raises them, is up to no good.
    checked.put(SystemCall.PRLIMIT64, List.of(isNull(2)));
    return checked;
  }

  private static void addFiles(Map<SystemCall, List<ArgumentRule>> checked, CallRules rules) {
    if (rules.restrictsFiles()) {
      // Early Landlock lets who may read a file empty it by this odd pair. All later ones forbid
      // it.
      int[] modes = {0, O_WRONLY, O_RDWR, O_ACCMODE, O_TRUNC | O_WRONLY, O_TRUNC | O_RDWR};
      checked.put(SystemCall.OPEN, List.of(oneOf(1, O_TRUNC | O_ACCMODE, modes)));
      checked.put(SystemCall.OPENAT, List.of(oneOf(2, O_TRUNC | O_ACCMODE, modes)));
      checked.put(SystemCall.IOCTL, List.of(oneOf(1, ALL_BITS, HARMLESS_IOCTLS)));
    } else {
      checked.put(SystemCall.OPEN, List.of());
      checked.put(SystemCall.OPENAT, List.of());
      checked.put(SystemCall.IOCTL, List.of(noneOf(1, TYPING_IOCTLS)));
    }
  }

  private static void addProcesses(
      Map<SystemCall, List<ArgumentRule>> checked, CallRules rules, int pid) {
    if (rules.processes()) {
      checked.put(SystemCall.CLONE, List.of(oneOf(0, CLONE_NEW_NAMESPACES, 0)));
      checked.put(SystemCall.FCNTL, List.of());
      return;
    }
    checked.put(SystemCall.CLONE, List.of(oneOf(0, CLONE_THREAD, CLONE_THREAD)));
    checked.put(SystemCall.FCNTL, List.of(noneOf(1, SIGNALLING_FCNTLS)));
    checked.put(SystemCall.KILL, List.of(oneOf(0, ALL_BITS, pid)));
    checked.put(SystemCall.TGKILL, List.of(oneOf(0, ALL_BITS, pid)));
  }

  private static void addSockets(Map<SystemCall, List<ArgumentRule>> checked, CallRules rules) {
    if (rules.sockets()) {
      int[] families = {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK};
      checked.put(SystemCall.SOCKET, List.of(oneOf(0, ALL_BITS, families)));
      checked.put(SystemCall.SOCKETPAIR, List.of(oneOf(0, ALL_BITS, AF_UNIX)));
      return;
    }
    // Event loops wake themselves by a pair. A datagram socket could send to any address.
    checked.put(
        SystemCall.SOCKETPAIR,
        List.of(oneOf(0, ALL_BITS, AF_UNIX), oneOf(1, SOCKET_TYPE, SOCK_STREAM)));
    checked.put(SystemCall.SENDTO, List.of(isNull(4)));
  }
}
