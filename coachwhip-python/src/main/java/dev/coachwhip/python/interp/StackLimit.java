package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.CPython;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyStackProtection;
import dev.coachwhip.python.ffi.ThreadStack;

/**
 * How much of a thread's stack Python may use, so that deep recursion is a {@code RecursionError}
 * and not a dead JVM.
 */
final class StackLimit {

  /**
   * Left to the JVM at the end of each stack. Its guard and shadow zones take about 100 KB, and a
   * host function called at the depth where Python stops must still be able to run.
   */
  private static final long JVM_RESERVE = 192 * 1024;

  /**
   * What one call from Python to Java and back may take when it is interpreted; measured at under 8
   * KB.
   */
  private static final long BYTES_PER_HOST_CALL = 16 * 1024;

  /** Python's own usual limit of nested calls. */
  private static final long MOST_HOST_CALLS = 1000;

  /** Since 3.14 Python compares addresses; older versions count calls. */
  private static final boolean CAN_PROTECT =
      CPython.symbol("PyUnstable_ThreadState_SetStackProtection").isPresent();

  /** The stacks of our own threads. Address space, not memory: only what is touched is taken. */
  static final long OWN_THREAD = 64L << 20;

  /**
   * Below this a thread's scripts run on a thread of ours. From 3.14 on Java's usual 1 MB is
   * enough, less a guard page on some systems. Before, Python allows some thousand levels of up to
   * 5 KB each, whatever the stack.
   */
  static final long SMALLEST = CAN_PROTECT ? 1000L << 10 : OWN_THREAD - (1L << 20);

  private StackLimit() {}

  /** Tells Python how much of the attached thread's stack it may use. */
  static void protect(Attachment attachment) {
    ThreadStack stack = attachment.stack();
    if (!CAN_PROTECT || stack.sizeBytes() < 2 * JVM_RESERVE) {
      return;
    }
    int failed =
        PyStackProtection.PyUnstable_ThreadState_SetStackProtection(
            attachment.state(), stack.start() + JVM_RESERVE, stack.sizeBytes() - JVM_RESERVE);
    if (failed != 0) {
      PyErrors.PyErr_Clear(); // Python's own limits stay
    }
  }

  /** Returns how many host functions may be nested in one another on a stack. */
  static long hostCalls(ThreadStack stack) {
    return Math.min(stack.sizeBytes() / BYTES_PER_HOST_CALL, MOST_HOST_CALLS);
  }
}
