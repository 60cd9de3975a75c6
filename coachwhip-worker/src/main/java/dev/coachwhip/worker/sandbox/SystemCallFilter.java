package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.Errno;
import dev.coachwhip.worker.ffi.LinuxArchitecture;
import dev.coachwhip.worker.ffi.SystemCall;
import java.util.List;

/**
 * Makes the filter that seccomp runs at each system call of a confined process. What it refuses
 * fails with {@code EPERM}, which a script sees as a {@code PermissionError}; calls that C
 * libraries try first and do without on older kernels fail with {@code ENOSYS}, so that they do
 * without. Calls of another architecture, by which the numbers would mean something else, end the
 * process.
 */
final class SystemCallFilter {

  // linux/seccomp.h
  static final int ALLOW = 0x7FFF0000;
  static final int KILL_PROCESS = 0x80000000;
  private static final int ERRNO = 0x00050000;

  static final int REFUSE = ERRNO | Errno.EPERM.number();
  static final int UNKNOWN = ERRNO | Errno.ENOSYS.number();

  /** Numbers of the interface with 32-bit pointers on x86-64 have this bit. */
  private static final int X32_BIT = 0x40000000;

  /** Calls of kernels later than those whose calls we have read. */
  private static final int FIRST_UNKNOWN = 463;

  /** Their arguments lie in memory, where a filter cannot see them. */
  private static final List<SystemCall> ANSWERED_AS_UNKNOWN =
      List.of(
          SystemCall.CLONE3,
          SystemCall.OPENAT2,
          SystemCall.IO_URING_SETUP,
          SystemCall.IO_URING_ENTER,
          SystemCall.IO_URING_REGISTER);

  private final LinuxArchitecture architecture;
  private final FilterProgram program = new FilterProgram();

  private SystemCallFilter(LinuxArchitecture architecture) {
    this.architecture = architecture;
  }

  /**
   * Makes the program.
   *
   * @param pid the process that it is for
   */
  static FilterProgram program(CallRules rules, LinuxArchitecture architecture, int pid) {
    SystemCallFilter filter = new SystemCallFilter(architecture);
    filter.checkArchitecture();
    CheckedCalls.under(rules, pid).forEach(filter::addChecked);
    AllowedCalls.under(rules).forEach(call -> filter.addVerdict(call, ALLOW));
    ANSWERED_AS_UNKNOWN.forEach(call -> filter.addVerdict(call, UNKNOWN));
    filter.program.returnIfNotBelow(FIRST_UNKNOWN, UNKNOWN);
    filter.program.end(REFUSE);
    return filter.program;
  }

  private void checkArchitecture() {
    program.loadArchitecture();
    program.returnUnlessOneOf(new int[] {architecture.audit()}, KILL_PROCESS);
    program.loadNumber();
    if (architecture == LinuxArchitecture.X86_64) {
      program.returnIfNotBelow(X32_BIT, KILL_PROCESS);
    }
  }

  private void addChecked(SystemCall call, List<ArgumentRule> conditions) {
    FilterProgram block = new FilterProgram();
    conditions.forEach(condition -> condition.addTo(block, REFUSE));
    block.end(ALLOW);
    call.number(architecture).ifPresent(number -> program.whenEqual(number, block));
  }

  private void addVerdict(SystemCall call, int verdict) {
    call.number(architecture).ifPresent(number -> program.returnIfEqual(number, verdict));
  }
}
