package dev.coachwhip.worker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;
import dev.coachwhip.ScriptLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class SandboxedProcessTest {

  @TempDir private Path folder;

  @Test
  void start_underAnalysis_refusesWhatThePolicyDenies() throws IOException {
    Path canary = Files.writeString(folder.resolve("canary"), "alive");
    long host = ProcessHandle.current().pid();

    List<String> lines =
        ChildRun.run(
            ChildRun.plan(Policy.analysis()),
            folder,
            "read:" + canary,
            "write:" + canary,
            "chmod:" + canary,
            "list:/",
            "read:/etc/passwd",
            "read:/proc/" + host + "/environ",
            "read:/proc/self/environ",
            "listen:",
            "run:/bin/true",
            "fork:",
            "signal:" + host,
            "raise:",
            "call:IO_URING_SETUP",
            "call:CLONE3",
            "call:MEMFD_CREATE",
            "thread:");

    assertThat(lines)
        .containsExactly(
            "read:" + canary + " refused by AccessDeniedException",
            "write:" + canary + " refused by AccessDeniedException",
            "chmod:" + canary + " refused by FileSystemException",
            "list:/ refused by AccessDeniedException",
            "read:/etc/passwd refused by AccessDeniedException",
            "read:/proc/" + host + "/environ refused by AccessDeniedException",
            "read:/proc/self/environ refused by AccessDeniedException",
            "listen: refused by SocketException",
            "run:/bin/true refused by IOException",
            "fork: refused by EPERM",
            "signal:" + host + " refused by EPERM",
            "raise: refused by EPERM",
            "call:IO_URING_SETUP refused by ENOSYS",
            "call:CLONE3 refused by ENOSYS",
            "call:MEMFD_CREATE refused by EPERM",
            "thread: done");
    assertThat(canary).hasContent("alive");
  }

  @Test
  void start_withPathsAllowed_allowsTheseAndNoOthers() throws IOException {
    Path data = Files.writeString(folder.resolve("data"), "alive");
    Path own = Files.createDirectory(folder.resolve("own"));
    Policy policy = Policy.builder().allowReading(data).allowWriting(own).build();

    List<String> lines =
        ChildRun.run(
            ChildRun.plan(policy),
            folder,
            "read:" + data,
            "write:" + data,
            "write:" + own.resolve("new"),
            "write:" + folder.resolve("new"),
            "listen:",
            "run:/bin/true");

    assertThat(lines)
        .containsExactly(
            "read:" + data + " done",
            "write:" + data + " refused by AccessDeniedException",
            "write:" + own.resolve("new") + " done",
            "write:" + folder.resolve("new") + " refused by AccessDeniedException",
            "listen: done",
            "run:/bin/true refused by IOException");
  }

  @Test
  void start_withFilesThatMayBeChanged_letsNoneBeMade() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Path file = Files.writeString(own.resolve("file"), "before");
    SandboxPlan plan = ChildRun.plan(Policy.analysis()).alsoChanging(List.of(own));

    List<String> lines = ChildRun.run(plan, folder, "write:" + file, "write:" + own.resolve("new"));

    assertThat(lines)
        .containsExactly(
            "write:" + file + " done",
            "write:" + own.resolve("new") + " refused by AccessDeniedException");
    assertThat(file).hasContent("changed");
  }

  @Test
  void start_withFilesOpen_refusesProcessesAndSocketsOnly() throws IOException {
    Path file = folder.resolve("file");
    Policy policy = Policy.builder().deny(Operation.SOCKETS, Operation.PROCESSES).build();

    List<String> lines =
        ChildRun.run(
            ChildRun.plan(policy),
            folder,
            "write:" + file,
            "chmod:" + file,
            "listen:",
            "run:/bin/true");

    assertThat(lines)
        .containsExactly(
            "write:" + file + " done",
            "chmod:" + file + " done",
            "listen: refused by SocketException",
            "run:/bin/true refused by IOException");
  }

  @Test
  void start_withProcessesOpen_runsPrograms() throws IOException {
    Policy policy = Policy.builder().deny(Operation.SOCKETS).build();

    List<String> lines = ChildRun.run(ChildRun.plan(policy), folder, "run:/bin/true", "listen:");

    assertThat(lines).containsExactly("run:/bin/true done", "listen: refused by SocketException");
  }

  @Test
  void start_confined_hasNoRightsOfRoot() throws IOException {
    Policy policy = Policy.builder().deny(Operation.SOCKETS).build();

    List<String> lines = ChildRun.run(ChildRun.plan(policy), folder, "capabilities:");

    assertThat(lines.getFirst().replaceAll("Cap(Prm|Eff):\\s0+|capabilities:|[\\[\\], ]", ""))
        .matches("(CapBnd:.*)?");
  }

  @Test
  void start_ofAConfinedChild_leavesThisProcessUnrestricted() throws IOException {
    ChildRun.run(ChildRun.plan(Policy.analysis()), folder, "thread:");

    assertThat(Files.writeString(folder.resolve("new"), "written")).hasContent("written");
    assertThat(Path.of("/etc/passwd")).isReadable();
    assertThat(Files.readAllLines(Path.of("/proc/self/status"))).contains("NoNewPrivs:\t0");
  }

  @Test
  void start_programMissing_saysSo() {
    WorkerSandbox sandbox = ChildRun.sandbox(ChildRun.plan(Policy.analysis()));

    assertThatThrownBy(() -> sandbox.start(new ProcessBuilder("/no/such/program")))
        .isInstanceOf(IOException.class)
        .hasMessage("/no/such/program cannot be run: ENOENT");
  }

  @Test
  void destroyForcibly_ofARunningChild_endsItAndSaysBySignal() throws Exception {
    WorkerSandbox sandbox = ChildRun.sandbox(ChildRun.plan(Policy.analysis()));
    Process child = ChildRun.start(sandbox, folder, "thread:", "spin:");
    assertThat(child.inputReader().readLine()).isEqualTo("thread: done");
    assertThat(child.isAlive()).isTrue();

    child.destroyForcibly();

    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(128 + 9);
    assertThat(child.onExit().get(1, TimeUnit.SECONDS)).isSameAs(child);
    assertThat(ProcessHandle.of(child.pid())).isEmpty();
  }

  @Test
  void start_withCpuSeconds_endsAChildThatUsesThem() throws Exception {
    SandboxPlan plan = ChildRun.plan(Policy.analysis()).withCpuSeconds(1);

    Process child = ChildRun.start(ChildRun.sandbox(plan), folder, "spin:");

    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(128 + 9);
  }

  @Test
  void limitMemory_exceeded_failsTheAllocation() throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    Policy policy = Policy.builder().allowWriting(own).deny(Operation.PROCESSES).build();
    SandboxPlan plan =
        SandboxPlan.of(policy, ScriptLimits.none().withMaxMemoryBytes(1 << 20))
            .alsoReading(SystemPaths.readable());
    WorkerSandbox sandbox = ChildRun.sandbox(plan);
    Path fifo = own.resolve("go");
    Process maker = new ProcessBuilder("mkfifo", fifo.toString()).start();
    assertThat(maker.waitFor()).isZero();

    Process child =
        ChildRun.start(
            sandbox,
            folder,
            "thread:",
            "read:" + fifo,
            "memory:" + (1L << 30),
            "size:" + own.resolve("big"),
            "thread:");
    assertThat(child.inputReader().readLine()).isEqualTo("thread: done");
    sandbox.limitMemory(child);
    Files.write(fifo, new byte[1]);

    assertThat(child.inputReader().lines())
        .containsExactly(
            "read:" + fifo + " done",
            "memory:1073741824 refused by ENOMEM",
            "size:" + own.resolve("big") + " refused by IOException",
            "thread: done");
  }
}
