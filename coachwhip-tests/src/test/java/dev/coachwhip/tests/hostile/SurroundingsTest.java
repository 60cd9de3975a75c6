package dev.coachwhip.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.Exposed;
import dev.coachwhip.Policy;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that import files, fork, and start programs (E8). */
@Tag("python")
class SurroundingsTest {

  @TempDir private Path folder;

  private TestEngine engineWithPath() {
    return new TestEngine(
        ScriptEngines.builder("python").option("path", List.of(folder.toString())));
  }

  @Test
  void import_syntaxErrorInModule_namesTheModulesPlace() throws IOException {
    Path module = Files.writeString(folder.resolve("broken_module.py"), "x = 1\ny = (1 2)\n");
    try (TestEngine python = engineWithPath()) {
      ScriptRuntimeException error =
          catchThrowableOfType(
              ScriptRuntimeException.class, () -> python.run("\nimport broken_module"));
      assertThat(error.typeName()).isEqualTo("SyntaxError");
      SourceLocation place = error.location().orElseThrow();
      assertThat(place.sourceName()).isEqualTo(module.toString());
      assertThat(place.line()).isEqualTo(2);
      assertThat(place.sourceLine()).hasValue("y = (1 2)");
      assertThat(error.frames())
          .anySatisfy(frame -> assertThat(frame.location().line()).isEqualTo(2));
      assertThat(python.isUsable()).isTrue();
    }
  }

  @Test
  void import_errorInModule_hasFramesOfBoth() throws IOException {
    Path module =
        Files.writeString(folder.resolve("failing_module.py"), "def f():\n    1 / 0\nf()\n");
    try (TestEngine python = engineWithPath()) {
      ScriptRuntimeException error =
          catchThrowableOfType(
              ScriptRuntimeException.class, () -> python.run("import failing_module"));
      assertThat(error.typeName()).isEqualTo("ZeroDivisionError");
      assertThat(error.frames())
          .extracting(frame -> frame.location().sourceName() + ":" + frame.location().line())
          .containsExactly(module + ":2", module + ":3", ScriptSource.UNNAMED + ":1");
    }
  }

  @Test
  void import_moduleInBadEncoding_isAnErrorWithThatFile() throws IOException {
    Files.write(
        folder.resolve("latin_module.py"), new byte[] {'x', '=', '\'', (byte) 0xe4, '\'', '\n'});
    try (TestEngine python = engineWithPath()) {
      ScriptRuntimeException error =
          catchThrowableOfType(
              ScriptRuntimeException.class, () -> python.run("import latin_module"));
      assertThat(error.typeName()).isEqualTo("SyntaxError");
      assertThat(error.report()).contains("latin_module.py");
    }
  }

  @Test
  void import_moduleThatPrintsAndExits_endsTheScriptOnly() throws IOException {
    Files.writeString(
        folder.resolve("leaving_module.py"), "import sys\nprint('here')\nsys.exit(9)\n");
    try (TestEngine python = engineWithPath()) {
      ScriptRuntimeException error =
          catchThrowableOfType(
              ScriptRuntimeException.class, () -> python.run("import leaving_module"));
      assertThat(error.exitCode()).hasValue(9);
      assertThat(python.printed().lines()).containsExactly("here");
    }
  }

  @Test
  void fork_childPrintsAndExits_parentGoesOn() {
    String text =
        """
        import os
        if not hasattr(os, "fork"):
            answer = "no fork"
        else:
            import warnings
            warnings.simplefilter("ignore")
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:
                try:
                    os.dup2(writer, 1)
                    print("from the child", flush=True)
                finally:
                    os._exit(7)
            os.close(writer)
            answer = os.fdopen(reader).read() + str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        answer
        """;
    try (TestEngine python = new TestEngine()) {
      String answer = python.run(text).asString();
      assumeTrue(!answer.equals("no fork"), "this system has no fork");
      assertThat(answer).isEqualTo("from the child\n7");
      assertThat(python.printed()).isEmpty();
      assertThat(python.isUsable()).isTrue();
    }
  }

  @Test
  void fork_whileJavaCollectsGarbage_childrenDoWithoutJava() {
    String text =
        """
        import os, select, signal, warnings
        warnings.simplefilter("ignore")
        late = 0
        for _ in range(100 if hasattr(os, "fork") else 0):
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:
                try:
                    import fractions, json
                    del java_object
                    os.write(writer, os.environ.get("HOME", "none").encode() or b"none")
                finally:
                    os._exit(0)
            os.close(writer)
            if not select.select([reader], [], [], 20)[0] or not os.read(reader, 1):
                late += 1
                os.kill(child, signal.SIGKILL)
            os.close(reader)
            os.waitpid(child, 0)
        late
        """;
    try (ScriptEngine guarded = ScriptEngines.builder("python").policy(Policy.analysis()).build();
        TestEngine python = new TestEngine();
        Garbage garbage = new Garbage()) {
      guarded.executeScript(
          "import math"); // from here on Java is asked before much of what Python does
      python.engine().setGlobal("java_object", Exposed.of(new StringBuilder(), CharSequence.class));
      assertThat(python.run(text).asLong()).isZero();
      assertThat(garbage.produced()).isPositive();
    }
  }

  /** Keeps the collector busy, which stops all threads that Java knows, again and again. */
  private static final class Garbage implements AutoCloseable {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong produced = new AtomicLong();

    Garbage() {
      Thread.ofPlatform().daemon().start(this::produce);
    }

    private void produce() {
      while (!closed.get()) {
        produced.addAndGet(new byte[1_000_000].length);
      }
    }

    long produced() {
      return produced.get();
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  @Test
  void multiprocessing_spawnFromAFile_worksLikeInThePythonProgram() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("squares.py"),
            """
            import multiprocessing

            def square(n):
                return n * n

            if __name__ == "__main__":
                with multiprocessing.get_context("spawn").Pool(2) as pool:
                    result = pool.map(square, range(5))
            """);
    try (TestEngine python = new TestEngine()) {
      assertThat(python.engine().start(ScriptSource.load(script)).join().toJava())
          .isEqualTo(List.of(0L, 1L, 4L, 9L, 16L));
    }
  }

  @Test
  void executable_runs_isAPythonOfTheSameVersionAndPrefix() {
    String text =
        """
        import subprocess
        import sys
        code = "import sys; print(sys.version_info[:2], sys.base_prefix)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        done.stdout.strip() == f"{sys.version_info[:2]} {sys.base_prefix}"
        """;
    try (TestEngine python = new TestEngine()) {
      assertThat(python.run(text).asBoolean()).isTrue();
    }
  }

  @Test
  void venv_create_makesAWorkingEnvironment() {
    String text =
        """
        import shutil
        import subprocess
        import sys
        import venv
        venv.create(folder, symlinks=sys.platform != "win32")
        program = folder + ("\\\\Scripts\\\\python.exe" if sys.platform == "win32" else "/bin/python")
        command = [program, "-c", "import sys; print(sys.prefix)"]
        prefix = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        shutil.rmtree(folder)
        prefix
        """;
    try (TestEngine python = new TestEngine()) {
      Path environment = folder.resolve("env");
      python.engine().setGlobal("folder", environment.toString());
      assertThat(python.run(text).asString()).isEqualTo(environment.toString());
    }
  }

  @Test
  void threads_print_reachTheirOwnEngine() {
    String text =
        """
        import threading
        def say(n):
            for i in range(50):
                print(f"{name} {n} {i}\\n", end="")  # one write: print of several is not atomic
        threads = [threading.Thread(target=say, args=(n,)) for n in range(4)]
        for t in threads: t.start()
        for t in threads: t.join()
        """;
    try (TestEngine one = new TestEngine();
        TestEngine two = new TestEngine()) {
      one.engine().setGlobal("name", "one");
      two.engine().setGlobal("name", "two");
      var first = one.engine().start(ScriptSource.of(text));
      var second = two.engine().start(ScriptSource.of(text));
      first.join();
      second.join();
      assertThat(one.printed().lines())
          .hasSize(200)
          .allMatch(line -> line.matches("one \\d+ \\d+"));
      assertThat(two.printed().lines())
          .hasSize(200)
          .allMatch(line -> line.matches("two \\d+ \\d+"));
    }
  }

  @Test
  void daemonThread_printsAfterItsEngineClosed_doesNoHarm() {
    String text =
        """
        import threading
        ended = threading.Event()
        begin = threading.Event()
        import builtins
        builtins.test_events = (begin, ended)
        def work():
            begin.wait(30)
            try:
                print("too late")
            finally:
                ended.set()
        threading.Thread(target=work, daemon=True).start()
        """;
    try (TestEngine other = new TestEngine()) {
      try (TestEngine python = new TestEngine()) {
        python.run(text);
      }
      assertThat(
              other
                  .run(
                      "import builtins\nbegin, ended = builtins.test_events\nbegin.set()\nended.wait(30)")
                  .asBoolean())
          .isTrue();
      other.run("del builtins.test_events");
      assertThat(other.printed()).isEmpty();
    }
  }
}
