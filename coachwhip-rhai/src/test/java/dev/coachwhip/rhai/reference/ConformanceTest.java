package dev.coachwhip.rhai.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What real Rhai 1.26 answers to scripts: the evaluator and the compiler must say the same. */
class ConformanceTest {

  private static final List<ConformanceCase> CASES = ConformanceCase.all();

  @TestFactory
  Stream<DynamicTest> evaluator_anyCase_answersAsRhai() {
    return tests(new ScriptRunner(ProgramMaker.EVALUATOR), Set.of());
  }

  @TestFactory
  Stream<DynamicTest> compiler_anyCase_answersAsRhai() {
    return tests(new ScriptRunner(ProgramMaker.COMPILER), KnownDifferences.REASONS.keySet());
  }

  /** All code is divided, as only that of large scripts is otherwise. */
  @TestFactory
  Stream<DynamicTest> dividingCompiler_anyCase_answersAsRhai() {
    return tests(
        new ScriptRunner(ProgramMaker.DIVIDING_COMPILER), KnownDifferences.REASONS.keySet());
  }

  private static Stream<DynamicTest> tests(ScriptRunner runner, Set<String> different) {
    return CASES.stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(), () -> check(runner, each, different.contains(each.id()))));
  }

  private static void check(ScriptRunner runner, ConformanceCase each, boolean known) {
    Answer actual = runner.run(each.script());
    boolean agrees = each.answer().agreesWith(actual);
    assertThat(agrees)
        .as(
            "%s%n%s%nRhai: %s%nhere: %s",
            known ? "no difference any more" : "another answer",
            each.script(),
            each.answer(),
            actual)
        .isEqualTo(!known);
  }

  @Test
  void knownDifferences_all_areFewerThanOnePercent() {
    assertThat(KnownDifferences.REASONS.keySet())
        .isSubsetOf(CASES.stream().map(ConformanceCase::id).toList())
        .hasSizeLessThan(CASES.size() / 100);
  }
}
