package dev.coachwhip.worker.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.coachwhip.worker.ffi.Errno;
import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** How a child ended: {@code waitid} and {@code wait4}. */
final class ChildStatus {

  private static final int P_PID = 1;
  private static final long WEXITED = 4;
  private static final long WNOWAIT = 0x01000000;

  /** {@code sizeof(siginfo_t)}. */
  private static final long INFORMATION_SIZE = 128;

  private static final int SIGNAL_BITS = 0x7F;

  /** What the JDK adds to a signal's number, as shells do. */
  private static final int BY_SIGNAL = 128;

  /** The exit value of a child that someone else has asked for already. */
  private static final int UNKNOWN = -1;

  private ChildStatus() {}

  /** Waits until the child has ended; its id stays its own. */
  static void awaitEnd(long pid) {
    try (Arena arena = Arena.ofConfined()) {
      long information = arena.allocate(INFORMATION_SIZE, Long.BYTES).address();
      long result;
      do {
        result = Kernel.call(SystemCall.WAITID, P_PID, pid, information, WEXITED | WNOWAIT, 0);
      } while (Errno.EINTR.is(result));
    }
  }

  /** Frees the id of a child that has ended, and returns its exit value as the JDK counts them. */
  static int reap(long pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(JAVA_INT);
      if (Kernel.call(SystemCall.WAIT4, pid, status.address()) != pid) {
        return UNKNOWN;
      }
      int word = status.get(JAVA_INT, 0);
      int signal = word & SIGNAL_BITS;
      return signal == 0 ? word >> 8 & 0xFF : BY_SIGNAL + signal;
    }
  }
}
