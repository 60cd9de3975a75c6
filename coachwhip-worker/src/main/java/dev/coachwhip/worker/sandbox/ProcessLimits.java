package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Limits that this process sets on another one of the same user. */
public final class ProcessLimits {

  /**
   * What a JVM takes beyond what it has at the moment, in bytes of address space: stacks of new
   * threads, C heaps, metadata.
   */
  private static final long GROWTH_OF_JVM = 192L << 20;

  /** The kernel's most: of all processes it ends this one first where memory runs out. */
  private static final String FIRST_TO_GO = "1000";

  private static final String ADDRESS_SPACE = "VmSize:";

  private ProcessLimits() {}

  /** Sets what does not depend on what the process has in use. */
  static void set(long pid, SandboxPlan plan) {
    preferAsVictim(pid);
    try {
      ResourceLimit.CORE_BYTES.set(pid, 0);
      set(ResourceLimit.OPEN_FILES, pid, plan.maxOpenFiles());
      set(ResourceLimit.FILE_BYTES, pid, plan.maxFileBytes());
      set(ResourceLimit.CPU_SECONDS, pid, plan.cpuSeconds());
    } catch (SystemCallException e) {
      // It has ended already, which whoever waits for it sees.
    }
  }

  private static void set(ResourceLimit limit, long pid, long amount) {
    if (amount > 0) {
      limit.set(pid, amount);
    }
  }

  /** Better the worker than its host, or another program of the machine. */
  private static void preferAsVictim(long pid) {
    try {
      Files.writeString(Path.of("/proc/" + pid + "/oom_score_adj"), FIRST_TO_GO);
    } catch (IOException e) {
      // It has ended already, or this system does not let us; then the kernel chooses by size.
    }
  }

  /**
   * Limits the memory that a worker may use from now on. Allocations beyond it fail in the worker.
   *
   * @param pid a process of the same user
   * @param bytes beyond what it has in use; what the JVM needs for itself is added
   * @throws IOException if the process has ended
   */
  public static void limitMemory(long pid, long bytes) throws IOException {
    try {
      ResourceLimit.ADDRESS_SPACE_BYTES.set(pid, addressSpace(pid) + bytes + GROWTH_OF_JVM);
    } catch (SystemCallException e) {
      throw new IOException("the memory of process " + pid + " cannot be limited", e);
    }
  }

  private static long addressSpace(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(ADDRESS_SPACE))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .orElseThrow(() -> new IOException("process " + pid + " has ended"));
    }
  }
}
