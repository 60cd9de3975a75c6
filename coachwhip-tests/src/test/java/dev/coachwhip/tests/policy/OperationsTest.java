package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation, by the ways that lead to it. Were one not refused, some would end this JVM. */
@Tag("python")
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class OperationsTest {

  private static PolicyEngine engine = new PolicyEngine(Policy.open());

  @BeforeAll
  static void makeEngine() {
    engine.close();
    engine = new PolicyEngine(Policy.builder().denyFiles().deny(Operation.values()).build());
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  private static void assertRefused(String module, String expression, String refused) {
    String function = function(expression);
    assumeTrue(
        engine.run("import " + module + "\n" + "hasattr(" + function + ")").asBoolean(),
        "this Python has no such function");
    assertThat(engine.refused("import " + module + "\n" + expression)).startsWith(refused);
  }

  /** Of {@code os.kill(1, 0)} returns {@code os, 'kill'}. */
  private static String function(String expression) {
    String name = expression.substring(0, expression.indexOf('('));
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + ", '" + name.substring(dot + 1) + "'";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "os         | os.system('true')",
        "os         | os.popen('true')",
        "os         | os.fork()",
        "os         | os.forkpty()",
        "os         | os.posix_spawn('/bin/true', ['true'], {})",
        "os         | os.spawnl(os.P_WAIT, '/bin/true', 'true')",
        "subprocess | subprocess.run(['true'])",
        "pty        | pty.spawn('true')",
        "multiprocessing | multiprocessing.Process(target=print).start()",
        "_posixsubprocess | _posixsubprocess.fork_exec(*[None] * 10)",
      })
  void startingAProcess_denied_isRefused(String module, String expression) {
    assertRefused(module, expression, "starting a process");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "os       | os.execv('/bin/true', ['true'])      | replacing the process",
        "os       | os.kill(1, 0)                        | sending a signal",
        "os       | os.killpg(1, 0)                      | sending a signal",
        "signal   | signal.pthread_kill(1, 0)            | sending a signal",
        "resource | resource.setrlimit(4, (0, -1))       | setting the process's limits",
      })
  void touchingProcesses_denied_isRefused(String module, String expression, String refused) {
    assertRefused(module, expression, refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "os          | os._exit(3)",
        "posix       | posix._exit(3)",
        "os          | os.abort()",
        "signal      | signal.raise_signal(9)",
        "signal      | signal.alarm(1)",
        "signal      | signal.setitimer(0, 1)",
        "faulthandler | faulthandler._sigsegv()",
        "faulthandler | faulthandler._sigabrt()",
        "faulthandler | faulthandler._read_null()",
        "faulthandler | faulthandler._stack_overflow()",
        "faulthandler | faulthandler.dump_traceback_later(1, exit=True)",
      })
  void ending_denied_isRefused(String module, String expression) {
    assertRefused(module, expression, "ending the process");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "socket | socket.socket()                                  | opening a socket",
        "socket | socket.socket(socket.AF_UNIX)                    | opening a socket",
        "socket | socket.create_connection(('127.0.0.1', 9))       | looking up a host",
        "socket | socket.getaddrinfo('localhost', 80)              | looking up a host",
        "socket | socket.gethostbyname('localhost')                | looking up a host",
        "socket | socket.gethostname()                             | using a socket",
        "http.client | http.client.HTTPConnection('127.0.0.1').connect() | looking up a host",
      })
  void sockets_denied_areRefused(String module, String expression, String refused) {
    assertRefused(module, expression, refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ctypes | ctypes.CDLL(None)                             | loading native code",
        "ctypes | ctypes.string_at(1)                           | using ctypes",
        "ctypes | ctypes.c_int.from_address(1)                  | using ctypes",
        "types  | types.FunctionType((lambda: 0).__code__, {})  | making a function of code",
      })
  void nativeCode_denied_isRefused(String module, String expression, String refused) {
    assertThat(engine.refused("import " + module + "\n" + expression)).startsWith(refused);
  }

  @Test
  void codeOfBytes_denied_isRefused() {
    assertThat(engine.refused("(lambda: 0).__code__.replace(co_code=b'')"))
        .isEqualTo("making code of bytes");
  }

  @Test
  void codeUnderTheNameOfALibrary_isRefused() {
    assertThat(engine.refused("import os\ncompile('1', os.__file__, 'eval')"))
        .startsWith("making code under the name of the file");
    assertThat(engine.refused("compile('1', '<frozen importlib._bootstrap>', 'eval')"))
        .startsWith("making code under the name of the file");
  }

  @Test
  void auditHookOfAScript_denied_isNotAdded() {
    // Python itself passes over an exception of the audit hooks that are there already.
    assertThat(
            engine
                .run(
                    """
                    import sys
                    seen = []
                    sys.addaudithook(lambda name, arguments: seen.append(name))
                    sys.audit("coachwhip.test")
                    len(seen)
                    """)
                .asLong())
        .isZero();
  }

  @Test
  void environment_denied_isEmptyAndCannotBeChanged() {
    assertThat(System.getenv()).isNotEmpty();
    assertThat(engine.run("import os\nlen(os.environ)").asLong()).isZero();
    assertThat(engine.run("import os\nos.getenv('PATH')").isNull()).isTrue();
    assertThat(engine.run("import posix\nlen(posix.environ)").asLong()).isZero();
    String refused = "changing an environment variable";
    assertThat(engine.refused("import os\nos.environ['A'] = 'b'")).isEqualTo(refused);
    assertThat(engine.refused("import os\nos.putenv('A', 'b')")).isEqualTo(refused);
    assertThat(engine.refused("import os\nos.unsetenv('A')")).isEqualTo(refused);
    assertThat(engine.run("import os\nlen(os.environ)").asLong()).isZero();
  }

  @Test
  void environment_readAgain_isRefused() {
    assertRefused("os", "os.reload_environ()", "reading the environment");
  }

  @Test
  void operations_denied_othersAreAllowed() {
    Policy policy = Policy.builder().deny(Operation.PROCESSES).build();
    try (PolicyEngine other = new PolicyEngine(policy)) {
      assertThat(other.refused("import os\nos.system('true')")).isEqualTo("starting a process");
      other.run(
          """
          import ctypes, os, socket, tempfile
          socket.socketpair()[0].close()
          socket.socket().close()
          ctypes.string_at(b"abc")
          os.environ["COACHWHIP_TEST"] = "1"
          del os.environ["COACHWHIP_TEST"]
          with tempfile.TemporaryDirectory() as folder:
              open(folder + "/a", "w").close()
          (lambda: 0).__code__.replace(co_name="other")
          """);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SOCKETS     | import socket; socket.socket().close()",
        "PROCESSES   | import subprocess; subprocess.run(['true'], check=True)",
        "PROCESSES   | import os; os.kill(os.getppid(), 0)",
        "NATIVE_CODE | import ctypes; ctypes.string_at(b'abc')",
        "EXIT        | import signal; signal.alarm(0)",
        "ENVIRONMENT | import os; os.environ['PATH']",
      })
  void operation_allowedAmongDenied_works(Operation allowed, String script) {
    Policy policy = Policy.builder().deny(Operation.values()).allow(allowed).build();
    try (PolicyEngine other = new PolicyEngine(policy)) {
      other.run(script);
    }
  }
}
