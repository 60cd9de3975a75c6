package dev.coachwhip.tests.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.tests.support.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A script that ends its process ends its run, and nothing else. */
@Tag("python")
@Tag("processes")
@Timeout(60)
class WorkerCrashTest {

  static Stream<Arguments> crashes() {
    return Stream.of(
        arguments("exit", "import os; os._exit(3)", "exit code 3"),
        arguments("abort", "import os; os.abort()", "SIGABRT"),
        arguments("segfault", "import ctypes; ctypes.string_at(0)", "SIGSEGV"),
        arguments("kill", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "SIGKILL"),
        arguments(
            "thread",
            "import os, threading, time; threading.Thread(target=lambda: os._exit(4)).start();"
                + " time.sleep(60)",
            "exit code 4"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("crashes")
  void executeScript_processEnds_failsThatRunAndTheNextHasGlobals(
      String name, String script, String how) {
    try (TestEngine engine = IsolatedEngine.create()) {
      engine.engine().setGlobal("base", 40);
      engine.engine().registerFunction("two", _ -> 2);
      engine.run("lost = 1");
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> engine.engine().executeScript(ScriptSource.of("crash.py", script)))
          .withMessageContaining("crash.py")
          .withMessageContaining(how);
      assertThat(engine.engine().status()).isEqualTo(EngineStatus.READY);
      assertThat(engine.run("base + two()").asLong()).isEqualTo(42);
      assertThat(engine.engine().globalNames()).containsExactly("base", "two");
      assertThat(Path.of("")).isDirectoryNotContaining("glob:**hs_err*");
      assertThat(Path.of("")).isDirectoryNotContaining("glob:**core.*");
    }
  }

  @Test
  void executeScript_processEnds_errorHasItsLastLines() {
    try (TestEngine engine = IsolatedEngine.create()) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(
              () -> engine.run("import os; os.write(2, b'the end is near\\n'); os._exit(1)"))
          .withMessageContaining("the end is near");
    }
  }

  @Test
  void start_processEndsWhileAnotherWaits_theOtherRuns() {
    try (TestEngine engine = IsolatedEngine.create()) {
      engine.engine().setGlobal("x", 6);
      ScriptRun first = engine.engine().start(ScriptSource.of("import os; os._exit(1)"));
      ScriptRun second = engine.engine().start(ScriptSource.of("x * 7"));
      assertThatExceptionOfType(BackendException.class).isThrownBy(first::join);
      assertThat(first.cancel(Duration.ofSeconds(1))).isEqualTo(CancelOutcome.ALREADY_FINISHED);
      assertThat(second.join().asLong()).isEqualTo(42);
    }
  }

  @Test
  void hostFunction_processEndsMeanwhile_itsCallsFail() {
    try (TestEngine engine = IsolatedEngine.create()) {
      long pid = IsolatedEngine.pid(engine);
      engine
          .engine()
          .registerFunction(
              "end",
              _ -> {
                ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
                assertThat(process.destroyForcibly()).isTrue();
                ProcessHandle _ = process.onExit().join();
                assertThatExceptionOfType(BackendException.class)
                    .isThrownBy(() -> engine.engine().getGlobal("x"));
                return null;
              });
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> engine.run("x = 1; end()"))
          .withMessageContaining("SIGKILL");
      assertThat(engine.isUsable()).isTrue();
    }
  }

  @Test
  void reference_ofDeadProcess_saysSo() {
    try (TestEngine engine = IsolatedEngine.create()) {
      ScriptValue function = engine.run("def f(): return 1\nf");
      assertThat(function.asCallable().call().asLong()).isEqualTo(1);
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> engine.run("import os; os._exit(1)"));
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> function.asCallable().call())
          .withMessageContaining("has ended");
      assertThat(engine.isUsable()).isTrue();
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> function.asCallable().call());
      assertThat(function.toString()).isNotBlank();
    }
  }

  @Test
  void build_manyCrashes_leavesNoFolderBehind() throws Exception {
    try (TestEngine engine = IsolatedEngine.create()) {
      long before = folders();
      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(BackendException.class)
            .isThrownBy(() -> engine.run("import os; os._exit(1)"));
      }
      assertThat(engine.isUsable()).isTrue();
      assertThat(folders()).isEqualTo(before);
    }
  }

  private static long folders() throws Exception {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("cw")).count();
    }
  }
}
