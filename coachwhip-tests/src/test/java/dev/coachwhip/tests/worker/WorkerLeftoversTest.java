package dev.coachwhip.tests.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.tests.support.ChildJvm;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is left of engines in other processes when they are closed, or when the host is gone. */
@Tag("python")
@Tag("processes")
@Timeout(90)
class WorkerLeftoversTest {

  private static Set<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static Set<Thread> linkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("coachwhip-worker-link"))
        .filter(Thread::isAlive)
        .collect(Collectors.toSet());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void close_tenEnginesAtOnce_leavesNoProcessThreadOrFile() throws Exception {
    IsolatedEngine.create().close(); // loads what stays open
    Set<Long> before = children();
    Set<Thread> linksBefore = linkThreads();
    long filesBefore = openFiles();
    List<TestEngine> engines =
        IntStream.range(0, 10).parallel().mapToObj(_ -> IsolatedEngine.create()).toList();
    assertThat(children()).hasSizeGreaterThanOrEqualTo(before.size() + 10);
    for (int i = 0; i < 10; i++) {
      engines.get(i).engine().setGlobal("n", i);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(engines.get(i).run("n").asLong()).isEqualTo(i);
    }
    Set<Thread> links = linkThreads();
    links.removeAll(linksBefore); // of other tests' workers
    assertThat(links).hasSizeGreaterThanOrEqualTo(10);
    engines.parallelStream().forEach(TestEngine::close);
    assertThat(children()).isSubsetOf(before);
    for (Thread link : links) {
      assertThat(link.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(openFiles()).isLessThanOrEqualTo(filesBefore);
  }

  /** Runs an endless script that lets nothing else run, and tells its process's number. */
  static final class HostProgram {
    public static void main(String[] arguments) {
      try (TestEngine engine = IsolatedEngine.create()) {
        System.out.println("worker " + IsolatedEngine.pid(engine));
        engine
            .engine()
            .registerFunction(
                "running",
                _ -> {
                  System.out.flush();
                  Runtime.getRuntime().halt(3);
                  return null;
                });
        engine
            .engine()
            .executeScript(
                """
                import threading
                def endless():
                    while True: sum(range(10**9))
                threading.Thread(target=endless).start()
                running()
                sum(range(10**12))
                """);
      }
    }
  }

  @Test
  void host_endsWhileAScriptRuns_workerEndsToo() throws Exception {
    ChildJvm.Outcome outcome = ChildJvm.of(HostProgram.class).run();
    assertThat(outcome.exitCode()).as(outcome.errorOutput()).isEqualTo(3);
    long pid = Long.parseLong(outcome.output().strip().split(" ", -1)[1]);
    ProcessHandle worker = ProcessHandle.of(pid).orElse(null);
    if (worker != null) {
      assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }
  }
}
