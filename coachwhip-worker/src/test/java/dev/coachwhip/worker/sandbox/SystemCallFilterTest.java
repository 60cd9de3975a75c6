package dev.coachwhip.worker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.worker.ffi.LinuxArchitecture;
import dev.coachwhip.worker.ffi.SystemCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemCallFilterTest {

  private static final int PID = 4711;
  private static final int CLONE_THREAD = 0x10000;
  private static final CallRules CLOSED = new CallRules(true, false, false);
  private static final CallRules OPEN = new CallRules(false, true, true);

  @ParameterizedTest
  @EnumSource
  void verdict_underClosedRules_isByCallAndArguments(LinuxArchitecture architecture) {
    assertThat(verdict(CLOSED, architecture, SystemCall.READ)).isEqualTo(SystemCallFilter.ALLOW);
    assertThat(verdict(CLOSED, architecture, SystemCall.EXECVE)).isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(CLOSED, architecture, SystemCall.SOCKET, 2, 1))
        .isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(CLOSED, architecture, SystemCall.CLONE3))
        .isEqualTo(SystemCallFilter.UNKNOWN);
    assertThat(verdict(CLOSED, architecture, SystemCall.CLONE, 17))
        .isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(CLOSED, architecture, SystemCall.CLONE, CLONE_THREAD | 0xF00))
        .isEqualTo(SystemCallFilter.ALLOW);
    assertThat(verdict(CLOSED, architecture, SystemCall.FCHMODAT))
        .isEqualTo(SystemCallFilter.REFUSE);
  }

  @ParameterizedTest
  @EnumSource
  void verdict_ofSignals_dependsOnTheProcess(LinuxArchitecture architecture) {
    assertThat(verdict(CLOSED, architecture, SystemCall.KILL, PID, 15))
        .isEqualTo(SystemCallFilter.ALLOW);
    assertThat(verdict(CLOSED, architecture, SystemCall.KILL, PID + 1, 15))
        .isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(CLOSED, architecture, SystemCall.KILL, 0, 15))
        .isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(CLOSED, architecture, SystemCall.KILL, -PID, 15))
        .isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(CLOSED, architecture, SystemCall.TGKILL, PID + 1, PID, 15))
        .isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(OPEN, architecture, SystemCall.KILL, PID + 1, 15))
        .isEqualTo(SystemCallFilter.ALLOW);
  }

  @ParameterizedTest
  @EnumSource
  void verdict_ofPointers_looksAtBothHalves(LinuxArchitecture architecture) {
    int send = SystemCall.SENDTO.number(architecture).orElseThrow();

    assertThat(verdictOf(CLOSED, architecture, data(architecture, send)))
        .isEqualTo(SystemCallFilter.ALLOW);
    int[] low = data(architecture, send);
    low[4 + 2 * 4] = 1;
    assertThat(verdictOf(CLOSED, architecture, low)).isEqualTo(SystemCallFilter.REFUSE);
    int[] high = data(architecture, send);
    high[4 + 2 * 4 + 1] = 1;
    assertThat(verdictOf(CLOSED, architecture, high)).isEqualTo(SystemCallFilter.REFUSE);
  }

  @ParameterizedTest
  @EnumSource
  void verdict_underOpenRules_stillRefusesTheKernelsOwnDoors(LinuxArchitecture architecture) {
    assertThat(verdict(OPEN, architecture, SystemCall.EXECVE)).isEqualTo(SystemCallFilter.ALLOW);
    assertThat(verdict(OPEN, architecture, SystemCall.IO_URING_SETUP))
        .isEqualTo(SystemCallFilter.UNKNOWN);
    assertThat(verdict(OPEN, architecture, SystemCall.CLONE, 0x10000000))
        .isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(OPEN, architecture, SystemCall.SECCOMP)).isEqualTo(SystemCallFilter.REFUSE);
    assertThat(verdict(OPEN, architecture, SystemCall.SOCKET, 17, 3))
        .isEqualTo(SystemCallFilter.REFUSE);
  }

  @Test
  void verdict_ofAnotherArchitecture_endsTheProcess() {
    FilterProgram program = SystemCallFilter.program(CLOSED, LinuxArchitecture.X86_64, PID);

    assertThat(program.verdict(data(LinuxArchitecture.AARCH64, 0)))
        .isEqualTo(SystemCallFilter.KILL_PROCESS);
    assertThat(program.verdict(data(LinuxArchitecture.X86_64, 0x40000000)))
        .isEqualTo(SystemCallFilter.KILL_PROCESS);
  }

  @Test
  void verdict_ofNumbersThatNobodyKnows_isThatOfAnOldKernel() {
    FilterProgram program = SystemCallFilter.program(CLOSED, LinuxArchitecture.X86_64, PID);

    assertThat(program.verdict(data(LinuxArchitecture.X86_64, 463)))
        .isEqualTo(SystemCallFilter.UNKNOWN);
    assertThat(program.verdict(data(LinuxArchitecture.X86_64, 175))) // init_module
        .isEqualTo(SystemCallFilter.REFUSE);
  }

  private static int verdict(
      CallRules rules, LinuxArchitecture architecture, SystemCall call, int... arguments) {
    int[] data = data(architecture, call.number(architecture).orElseThrow());
    for (int i = 0; i < arguments.length; i++) {
      data[4 + 2 * i] = arguments[i];
    }
    return verdictOf(rules, architecture, data);
  }

  private static int verdictOf(CallRules rules, LinuxArchitecture architecture, int... data) {
    return SystemCallFilter.program(rules, architecture, PID).verdict(data);
  }

  /** A {@code struct seccomp_data}: number, architecture, address of the caller, six arguments. */
  private static int[] data(LinuxArchitecture architecture, int number) {
    int[] words = new int[16];
    words[0] = number;
    words[1] = architecture.audit();
    return words;
  }
}
