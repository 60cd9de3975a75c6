package dev.coachwhip.worker.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A limit that the kernel keeps for a process: {@code RLIMIT_...} of {@code sys/resource.h}. */
enum ResourceLimit {
  /** Processor time in seconds; the process is killed. */
  CPU_SECONDS(0),
  /** Size of a file that is written, in bytes. */
  FILE_BYTES(1),
  /** Size of core dumps in bytes. */
  CORE_BYTES(4),
  /** Open files. */
  OPEN_FILES(7),
  /** Address space in bytes. */
  ADDRESS_SPACE_BYTES(9);

  private final int number;

  ResourceLimit(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /**
   * Sets it for good: without rights of its own the process cannot raise it again.
   *
   * @param pid a process of the same user
   */
  void set(long pid, long amount) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(2L * Long.BYTES, Long.BYTES);
      limit.set(JAVA_LONG, 0, amount);
      limit.set(JAVA_LONG, Long.BYTES, amount);
      Kernel.require(SystemCall.PRLIMIT64, pid, number, limit.address(), 0);
    }
  }
}
