package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.Errno;
import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.LinuxArchitecture;
import dev.coachwhip.worker.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * The last step of a sandbox, taken by the worker itself when all that it needs is open and loaded,
 * and before it runs anything that is not trusted. It cannot be undone.
 */
public final class Lockdown {

  private static final int AT_FDCWD = -100;
  private static final int AF_INET = 2;
  private static final int SOCK_STREAM = 1;

  private final LockdownOrder order;
  private final CallRules rules;

  private Lockdown(LockdownOrder order) {
    this.order = order;
    rules = order.rules();
  }

  /**
   * Filters the system calls of all threads, and tries what must be refused.
   *
   * @return what is in force, for people: {@code ["no_new_privs", "Landlock", "seccomp"]}
   * @throws IllegalStateException if something that must be refused is not; the worker must not run
   *     anything then
   * @throws dev.coachwhip.worker.ffi.SystemCallException if the kernel refuses the filter
   */
  public static List<String> apply(LockdownOrder order) {
    return new Lockdown(order).apply();
  }

  /**
   * Goes through what a lockdown needs without changing anything, so that it is loaded. Does
   * nothing on systems that have none.
   */
  public static void rehearse() {
    LinuxArchitecture.current()
        .ifPresent(architecture -> {
          CallRules closed = new CallRules(true, false, false);
          LockdownOrder order = LockdownOrder.parse(new LockdownOrder(closed, true, true).toText());
          int pid = (int) Kernel.require(SystemCall.GETPID);
          try (Arena arena = Arena.ofConfined()) {
            SystemCallFilter.program(order.rules(), architecture, pid).layOut(arena);
          }
          boolean _ = Seccomp.isAvailable();
          boolean _ = ProcessControl.knowsNoNewPrivileges();
        });
  }

  private List<String> apply() {
    int pid = (int) Kernel.require(SystemCall.GETPID);
    ProcessControl.makeUndumpable();
    ProcessControl.setNoNewPrivileges();
    Seccomp.filter(SystemCallFilter.program(rules, Kernel.architecture(), pid));
    verify(pid);
    return inForce();
  }

  private List<String> inForce() {
    List<String> features = new ArrayList<>();
    features.add(SandboxFeature.NO_NEW_PRIVILEGES.title());
    if (order.underLandlock()) {
      features.add(SandboxFeature.LANDLOCK.title());
    }
    features.add(SandboxFeature.SECCOMP.title());
    return List.copyOf(features);
  }

  private void verify(int pid) {
    if (!rules.sockets()) {
      long socket = Kernel.call(SystemCall.SOCKET, AF_INET, SOCK_STREAM, 0);
      requireRefused("a socket", socket, Errno.EPERM);
    }
    if (!rules.processes()) {
      // Had it been let through, it would say that there is no program at address 0.
      requireRefused("a program", Kernel.call(SystemCall.EXECVE), Errno.EPERM);
      int other = pid == 1 ? 2 : 1;
      requireRefused("a signal", Kernel.call(SystemCall.KILL, other, 0), Errno.EPERM);
    }
    if (order.rootIsHidden()) {
      requireRefused("the root folder", openRoot(), Errno.EACCES);
    }
  }

  private static long openRoot() {
    try (Arena arena = Arena.ofConfined()) {
      return Kernel.call(SystemCall.OPENAT, AT_FDCWD, arena.allocateFrom("/").address());
    }
  }

  private static void requireRefused(String what, long result, Errno expected) {
    if (!expected.is(result)) {
      throw new IllegalStateException("the sandbox does not hold: it let through " + what);
    }
  }
}
