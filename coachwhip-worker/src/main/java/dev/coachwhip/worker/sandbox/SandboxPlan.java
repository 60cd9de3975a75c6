package dev.coachwhip.worker.sandbox;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;
import dev.coachwhip.ScriptLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernel is to enforce on one worker. Plain data.
 *
 * @param confined whether anything is enforced beyond the limits; if not, the rest is not looked at
 * @param restrictsFiles whether only the paths below may be used
 * @param readable files and folders that may be read, and run while the worker starts, with all in
 *     them; what does not exist is passed over
 * @param writable files and folders that may be read and changed, with all in them
 * @param changeable files, and folders with files, that may be read and changed, while none may be
 *     made or removed
 * @param sockets whether new sockets may be made
 * @param processes whether processes may be started and signalled
 * @param memoryBytes how much memory the worker may use beyond what it has when the limit is set;
 *     zero means no limit
 * @param cpuSeconds processor time of its whole life; zero means no limit
 * @param maxOpenFiles zero means no limit of ours
 * @param maxFileBytes size of a file that is written; zero means no limit
 */
public record SandboxPlan(
    boolean confined,
    boolean restrictsFiles,
    List<Path> readable,
    List<Path> writable,
    List<Path> changeable,
    boolean sockets,
    boolean processes,
    long memoryBytes,
    long cpuSeconds,
    int maxOpenFiles,
    long maxFileBytes) {

  /** More than a JVM and Python need, far less than a leak takes to harm the system. */
  private static final int OPEN_FILES = 4096;

  /** Copies the lists. */
  public SandboxPlan {
    readable = List.copyOf(readable);
    writable = List.copyOf(writable);
    changeable = List.copyOf(changeable);
  }

  /**
   * Makes the plan for a policy. A policy that restricts modules only, or native code, the
   * environment or exit, leaves the kernel nothing to enforce.
   */
  public static SandboxPlan of(Policy policy, ScriptLimits limits) {
    boolean sockets = policy.allows(Operation.SOCKETS);
    boolean processes = policy.allows(Operation.PROCESSES);
    boolean confined = policy.restrictsFiles() || !sockets || !processes;
    return new SandboxPlan(
        confined,
        policy.restrictsFiles(),
        policy.readable(),
        policy.writable(),
        List.of(),
        sockets,
        processes,
        limits.maxMemoryBytes(),
        0,
        confined ? OPEN_FILES : 0,
        confined ? limits.maxMemoryBytes() : 0);
  }

  /** Allows to read more. */
  public SandboxPlan alsoReading(Iterable<Path> paths) {
    return withPaths(joined(readable, paths), changeable);
  }

  /** Allows to change more files that exist. */
  public SandboxPlan alsoChanging(Iterable<Path> paths) {
    return withPaths(readable, joined(changeable, paths));
  }

  private static List<Path> joined(List<Path> first, Iterable<Path> second) {
    List<Path> all = new ArrayList<>(first);
    second.forEach(all::add);
    return all;
  }

  private SandboxPlan withPaths(List<Path> reading, List<Path> changing) {
    return new SandboxPlan(
        confined,
        restrictsFiles,
        reading,
        writable,
        changing,
        sockets,
        processes,
        memoryBytes,
        cpuSeconds,
        maxOpenFiles,
        maxFileBytes);
  }

  /** Returns this plan with another {@link #cpuSeconds()}. */
  public SandboxPlan withCpuSeconds(long seconds) {
    return new SandboxPlan(
        confined,
        restrictsFiles,
        readable,
        writable,
        changeable,
        sockets,
        processes,
        memoryBytes,
        seconds,
        maxOpenFiles,
        maxFileBytes);
  }
}
