package dev.coachwhip.worker.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.coachwhip.worker.ffi.Errno;
import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What {@code prctl} and {@code capset} do to the calling thread. */
final class ProcessControl {

  private static final int PR_SET_DUMPABLE = 4;
  private static final int PR_CAPBSET_DROP = 24;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int PR_GET_NO_NEW_PRIVS = 39;
  private static final int PR_CAP_AMBIENT = 47;
  private static final int PR_CAP_AMBIENT_CLEAR_ALL = 4;

  private static final int CAPABILITY_VERSION_3 = 0x20080522;

  /** Capabilities are bits of two 32-bit words. */
  private static final int MOST_CAPABILITIES = 64;

  private ProcessControl() {}

  static boolean knowsNoNewPrivileges() {
    return Kernel.call(SystemCall.PRCTL, PR_GET_NO_NEW_PRIVS) >= 0;
  }

  /** Programs that this thread starts can gain no rights, nor can it. */
  static void setNoNewPrivileges() {
    Kernel.require(SystemCall.PRCTL, PR_SET_NO_NEW_PRIVS, 1);
  }

  /** No core dump is written of the process, and no other of the same user may look into it. */
  static void makeUndumpable() {
    Kernel.require(SystemCall.PRCTL, PR_SET_DUMPABLE, 0);
  }

  /**
   * Gives up what the thread may do beyond an ordinary user, for itself and for the programs that
   * it starts: those of a thread of root would have it all again without the first step. Where a
   * user has no such rights, the first step is not allowed and not needed.
   */
  static void dropCapabilities() {
    for (int capability = 0; capability < MOST_CAPABILITIES; capability++) {
      if (Errno.EINVAL.is(Kernel.call(SystemCall.PRCTL, PR_CAPBSET_DROP, capability))) {
        break; // the kernel knows no more
      }
    }
    Kernel.call(SystemCall.PRCTL, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(JAVA_INT, 2);
      header.set(JAVA_INT, 0, CAPABILITY_VERSION_3);
      MemorySegment none = arena.allocate(JAVA_INT, 6);
      Kernel.require(SystemCall.CAPSET, header.address(), none.address());
    }
  }
}
