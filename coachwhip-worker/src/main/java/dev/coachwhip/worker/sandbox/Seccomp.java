package dev.coachwhip.worker.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.SystemCall;
import dev.coachwhip.worker.ffi.SystemCallException;
import java.lang.foreign.Arena;

/** The kernel's filter of system calls ({@code linux/seccomp.h}). */
final class Seccomp {

  private static final int SET_MODE_FILTER = 1;
  private static final int GET_ACTION_AVAIL = 2;

  /** All threads of the process at once, or none of them. */
  private static final int FLAG_TSYNC = 1;

  private Seccomp() {}

  /** Tells whether the kernel runs filters that can end a process (Linux 4.14 and later). */
  static boolean isAvailable() {
    try (Arena arena = Arena.ofConfined()) {
      long action = arena.allocateFrom(JAVA_INT, SystemCallFilter.KILL_PROCESS).address();
      return Kernel.call(SystemCall.SECCOMP, GET_ACTION_AVAIL, 0, action) == 0;
    }
  }

  /**
   * Has a filter run at each system call of this process from now on, for good. The calling thread
   * must have no_new_privs.
   *
   * @throws SystemCallException if it cannot be had on all threads
   */
  static void filter(FilterProgram program) {
    try (Arena arena = Arena.ofConfined()) {
      long address = program.layOut(arena).address();
      long result = Kernel.require(SystemCall.SECCOMP, SET_MODE_FILTER, FLAG_TSYNC, address);
      if (result != 0) { // the id of a thread that could not follow
        throw new IllegalStateException("thread " + result + " has another filter");
      }
    }
  }
}
