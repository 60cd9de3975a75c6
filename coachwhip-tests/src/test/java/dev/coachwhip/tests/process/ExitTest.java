package dev.coachwhip.tests.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.tests.support.ChildJvm;
import dev.coachwhip.tests.support.ChildJvm.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a JVM that has Python in it (E8, E12). */
@Tag("python")
@Tag("processes")
class ExitTest {

  private static Outcome run(Class<?> program) {
    return ChildJvm.of(program).run();
  }

  private static void checkWorkWasDone(Outcome outcome) {
    String output = outcome.output().replace(System.lineSeparator(), "\n");
    assertThat(output).startsWith("no line end yet, ");
    assertThat(output.replace("no line end yet, ", "").lines())
        .containsExactly("thread done", "at exit 2", "at exit 1");
    assertThat(outcome.errorOutput()).contains("to the error output");
  }

  @ParameterizedTest
  @ValueSource(classes = {ExitPrograms.Returning.class, ExitPrograms.Closing.class})
  void exit_mainReturns_pythonsWorkIsDoneOnceAndCodeIsZero(Class<?> program) {
    Outcome outcome = run(program);
    checkWorkWasDone(outcome);
    assertThat(outcome.exitCode()).as(outcome.errorOutput()).isZero();
  }

  @Test
  void exit_systemExit_codeStands() {
    Outcome outcome = run(ExitPrograms.Exiting.class);
    checkWorkWasDone(outcome);
    assertThat(outcome.exitCode()).isEqualTo(7);
  }

  @Test
  void exit_systemExitInHostFunction_codeStands() {
    Outcome outcome = run(ExitPrograms.ExitingInHostFunction.class);
    checkWorkWasDone(outcome);
    assertThat(outcome.exitCode()).isEqualTo(8);
  }

  @Test
  void exit_uncaughtScriptError_isPrintedAndCodeIsOne() {
    Outcome outcome = run(ExitPrograms.Throwing.class);
    checkWorkWasDone(outcome);
    assertThat(outcome.errorOutput()).contains("ZeroDivisionError");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void exit_sysExitOfAScript_isNoEndOfTheProgram() {
    Outcome outcome = run(ExitPrograms.ScriptExits.class);
    assertThat(outcome.output().lines()).containsExactly("goes on");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void exit_daemonThreadLoops_isNotWaitedFor() {
    Outcome outcome = run(ExitPrograms.DaemonThread.class);
    assertThat(outcome.output().lines()).containsExactly("daemon runs");
    assertThat(outcome.exitCode()).as(outcome.errorOutput()).isZero();
  }

  @Test
  void exit_startedScriptLoops_isNotWaitedFor() {
    Outcome outcome = run(ExitPrograms.StartedRun.class);
    assertThat(outcome.output().lines()).containsExactly("script runs");
    assertThat(outcome.exitCode()).as(outcome.errorOutput()).isZero();
  }

  @Test
  void exit_idleThreadPool_endsWithItsFuturesDone() {
    Outcome outcome = run(ExitPrograms.ThreadPool.class);
    assertThat(outcome.output().lines()).containsExactly("future done");
    assertThat(outcome.exitCode()).as(outcome.errorOutput()).isZero();
  }

  @Test
  void exit_exitFunctionsFail_othersRunAndCodeStands() {
    Outcome outcome = run(ExitPrograms.FailingAtExit.class);
    assertThat(outcome.output().lines()).containsExactly("from Java", "last");
    assertThat(outcome.errorOutput()).contains("ZeroDivisionError");
    assertThat(outcome.exitCode()).isZero();
  }
}
