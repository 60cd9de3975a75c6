package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final ScriptFunction SUM =
      function("sum", null, 2, (run, self, args) -> Arithmetic.add((Long) args[0], (Long) args[1]));

  private static final ScriptFunction DEEPER =
      function(
          "deeper",
          null,
          1,
          (run, self, args) ->
              (Long) args[0] == 0
                  ? (long) run.callLevel()
                  : run.callByName("deeper", null, new Object[] {(Long) args[0] - 1}, 7, 8));

  @Test
  void callPointer_withCurriedArguments_putsThemFirst() {
    Run run = Samples.run(SUM);
    FunctionPointer pointer = FunctionPointer.to(SUM, List.of()).curry(40L);
    assertThat(run.callPointer(pointer, null, new Object[] {2L}, 1, 1)).isEqualTo(42L);
  }

  @Test
  void callPointer_byName_findsScriptThenJava() {
    Run run = Samples.run(SUM);
    Object[] two = {1L, 2L};
    assertThat(run.callPointer(FunctionPointer.named("sum"), null, two, 1, 1)).isEqualTo(3L);
    Object[] one = {4L};
    assertThat(run.callPointer(FunctionPointer.named("twice"), null, one, 1, 1)).isEqualTo(8L);
    assertThatThrownBy(() -> run.callPointer(FunctionPointer.named("none"), null, one, 1, 2))
        .hasMessage("Function not found: none (i64) (line 1, position 2)");
  }

  @Test
  void callPointer_asMethod_triesTypedThenUntypedThenJava() {
    ScriptFunction typed = function("m", "i64", 0, (run, self, args) -> "typed");
    ScriptFunction untyped = function("m", null, 0, (run, self, args) -> "untyped");
    Run run = Samples.run(typed, untyped);
    FunctionPointer pointer = FunctionPointer.named("m");
    assertThat(run.call(pointer, new Ref<>(1L))).isEqualTo("typed");
    assertThat(run.call(pointer, new Ref<>(true))).isEqualTo("untyped");
    assertThat(run.call(FunctionPointer.named("twice"), new Ref<>(5L))).isEqualTo(10L);
  }

  @Test
  void call_failing_isWrappedAtThePositionOfTheJavaFunction() {
    ScriptFunction closure =
        function(
            "anon$1",
            null,
            1,
            (run, self, args) -> {
              throw RhaiError.arithmetic("oops").withPosition(9, 9);
            });
    Run run = Samples.run();
    Object[] arguments = {1L, FunctionPointer.to(closure, List.of())};
    assertThatThrownBy(() -> run.functions().call("apply", run, arguments, 3, 4))
        .hasMessage("oops (line 9, position 9)\nin closure call (line 3, position 4)");
  }

  @Test
  void calls_tooDeep_areAStackOverflowOfTheOutermost() {
    Run run = Samples.run(DEEPER);
    assertThat(run.callByName("deeper", null, new Object[] {63L}, 1, 2)).isEqualTo(64L);
    assertThat(run.callLevel()).isZero();
    assertThatThrownBy(() -> run.callByName("deeper", null, new Object[] {64L}, 1, 2))
        .hasMessage("Stack overflow (line 1, position 2)");
    assertThat(run.callLevel()).isZero();
  }

  @Test
  void calls_overflowingTheJavaStack_areAStackOverflow() {
    Run run = Samples.run(new RunLimits(0, Integer.MAX_VALUE, 0, 0, 0, 9, 9), DEEPER);
    assertThatThrownBy(() -> run.callByName("deeper", null, new Object[] {100_000_000L}, 1, 2))
        .isInstanceOf(RhaiError.class)
        .hasMessage("Stack overflow (line 1, position 2)");
  }

  @Test
  void operation_overTheLimit_fails() {
    Run run = Samples.run(new RunLimits(2, 64, 0, 0, 0, 9, 9));
    assertThat(run.countsOperations()).isTrue();
    run.operation(1, 1);
    run.operation(1, 1);
    assertThatThrownBy(() -> run.operation(4, 5))
        .hasMessage("Too many operations (line 4, position 5)");
  }

  @Test
  void operation_thatTheHostEnds_isTerminated() {
    Run run =
        new Run(
            Samples.NO_PROGRAM,
            new Scope(),
            Samples.table(),
            RunLimits.DEFAULT,
            new Samples.Lines(),
            count -> count == 3 ? "enough" : null);
    run.operation(1, 1);
    run.operation(1, 1);
    assertThatThrownBy(() -> run.operation(1, 2))
        .isInstanceOfSatisfying(
            RhaiError.class, error -> assertThat(error.value()).isEqualTo("enough"))
        .hasMessage("Script terminated (line 1, position 2)");
  }

  @Test
  void stop_fromElsewhere_throwsTheReasonEachTime() {
    Run run = Samples.run();
    run.checkStop(1, 1);
    RuntimeException reason = new IllegalStateException("stop");
    run.stop(reason);
    run.interrupt(() -> {});
    assertThatThrownBy(() -> run.checkStop(1, 1)).isSameAs(reason);
    assertThatThrownBy(() -> run.checkStop(1, 1)).isSameAs(reason);
  }

  @Test
  void interrupt_action_isDoneOnce() {
    Run run = Samples.run();
    int[] done = {0};
    run.interrupt(() -> done[0]++);
    run.checkStop(1, 1);
    run.checkStop(1, 1);
    assertThat(done[0]).isEqualTo(1);
  }
}
