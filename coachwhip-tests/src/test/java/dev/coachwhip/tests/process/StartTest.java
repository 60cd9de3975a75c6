package dev.coachwhip.tests.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.tests.support.ChildJvm;
import dev.coachwhip.tests.support.ChildJvm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How Python starts in the surroundings that programs meet (E8). */
@Tag("python")
@Tag("processes")
class StartTest {

  private static void checkAnswer(Outcome outcome) {
    assertThat(outcome.output().lines()).as(outcome.errorOutput()).containsExactly("252");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void start_plain_printsNothingOfItsOwn() {
    Outcome outcome = ChildJvm.of(StartPrograms.Answer.class).run();
    checkAnswer(outcome);
    assertThat(outcome.errorOutput()).isEmpty();
  }

  @Test
  void start_withoutNativeAccess_worksAndTheJdkNamesTheOption() {
    Outcome outcome = ChildJvm.of(StartPrograms.Answer.class).withoutNativeAccess().run();
    checkAnswer(outcome);
    assertThat(outcome.errorOutput()).contains("--enable-native-access");
  }

  @Test
  void start_nativeAccessDenied_isAnErrorThatNamesTheOption() {
    Outcome outcome =
        ChildJvm.of(StartPrograms.FailedStart.class)
            .withoutNativeAccess()
            .jvmOptions("--illegal-native-access=deny")
            .run();
    assertThat(outcome.output()).as(outcome.errorOutput()).contains("--enable-native-access");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void start_cLocale_printsEverything() {
    Outcome outcome =
        ChildJvm.of(StartPrograms.Greeting.class)
            .environment("LC_ALL", "C")
            .environment("LANG", null)
            .jvmOptions("-Dstdout.encoding=UTF-8")
            .run();
    assertThat(outcome.output().lines())
        .as(outcome.errorOutput())
        .containsExactly("gr\u00fc\u00dfe \u20ac \ud83d\ude00");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void start_cLocaleAndAsciiOutput_escapesWhatItCannotPrint() {
    Outcome outcome =
        ChildJvm.of(StartPrograms.Greeting.class)
            .environment("LC_ALL", "C")
            .jvmOptions("-Dstdout.encoding=US-ASCII")
            .run();
    assertThat(outcome.output().lines()).containsExactly("gr\\xfc\\xdfe \\u20ac \\U0001f600");
    assertThat(outcome.exitCode()).as(outcome.errorOutput()).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void start_cLocale_fileNamesAndContentsAreUtf8(@TempDir Path folder) throws IOException {
    Outcome outcome =
        ChildJvm.of(ExitPrograms.FileNames.class)
            .arguments(folder.toString())
            .environment("LC_ALL", "C")
            .environment("LANG", null)
            .run();
    assertThat(outcome.output().lines()).as(outcome.errorOutput()).containsExactly("True 5 utf-8");
  }

  @Test
  void start_usualLocale_fileNamesAreUtf8(@TempDir Path folder) {
    Outcome outcome =
        ChildJvm.of(ExitPrograms.FileNames.class)
            .arguments(folder.toString())
            .environment("LC_ALL", "C.UTF-8")
            .run();
    assertThat(outcome.output().lines()).as(outcome.errorOutput()).containsExactly("True 5 utf-8");
  }

  @Test
  @Tag("bundle")
  void start_pythonHomeOfSomethingElse_doesNotReachTheBundle(@TempDir Path nowhere) {
    checkAnswer(
        ChildJvm.of(StartPrograms.Answer.class)
            .environment("COACHWHIP_PYTHON", null)
            .environment("PYTHONHOME", nowhere.toString())
            .run());
  }

  @Test
  @Tag("bundle")
  void start_otherPythonVariables_doNotBreakTheBundle() {
    Outcome outcome =
        ChildJvm.of(StartPrograms.Answer.class)
            .environment("COACHWHIP_PYTHON", null)
            .environment("PYTHONSTARTUP", "no-such-file.py")
            .environment("PYTHONINSPECT", "1")
            .environment("PYTHONIOENCODING", "latin-1")
            .environment("PYTHONDONTWRITEBYTECODE", "1")
            .run();
    checkAnswer(outcome);
  }

  @Test
  void start_variableNamesNothing_saysWhatWasLookedAt(@TempDir Path folder) {
    String missing = folder.resolve("no-such-python").toString();
    Outcome outcome =
        ChildJvm.of(StartPrograms.FailedStart.class).environment("COACHWHIP_PYTHON", missing).run();
    assertThat(outcome.output()).contains(missing).contains("COACHWHIP_PYTHON");
    assertThat(outcome.output()).doesNotContain("started");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void start_variableNamesNoPython_saysSo(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("python3"), "this is no program");
    Outcome outcome =
        ChildJvm.of(StartPrograms.FailedStart.class)
            .environment("COACHWHIP_PYTHON", text.toString())
            .run();
    assertThat(outcome.output()).contains(text.toString()).doesNotContain("started");
  }

  @Test
  void start_firstEnginesOnVirtualThreads_works() {
    Outcome outcome = ChildJvm.of(StartPrograms.FirstOnVirtualThreads.class).run();
    assertThat(outcome.output().lines())
        .as(outcome.errorOutput())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 8).mapToObj(n -> "engine " + n).toList());
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void start_smallHeapAndStacks_works() {
    checkAnswer(ChildJvm.of(StartPrograms.Answer.class).jvmOptions("-Xmx64m", "-Xss512k").run());
  }

  @Test
  void output_programExchangesItsStreams_scriptsFollow() {
    Outcome outcome = ChildJvm.of(StartPrograms.OtherOutput.class).run();
    assertThat(outcome.output().strip()).as(outcome.errorOutput()).isEqualTo("one |two three");
  }

  @Test
  void output_ofJavaAndPython_isInTheOrderOfWriting() {
    Outcome outcome = ChildJvm.of(StartPrograms.MixedOutput.class).run();
    assertThat(outcome.output().lines())
        .containsExactlyElementsOf(
            IntStream.range(0, 5)
                .boxed()
                .<String>mapMulti((i, lines) -> {
                  lines.accept("java " + i);
                  lines.accept("python " + i);
                  lines.accept("java, python, java");
                })
                .toList());
  }
}
