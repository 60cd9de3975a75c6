package dev.coachwhip.worker.sandbox;

import dev.coachwhip.Sandbox;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sandbox of one engine's workers, as the host sees it: decides what is enforced, and starts
 * processes under it. Immutable, threadsafe.
 */
public final class WorkerSandbox {

  private final SandboxPlan plan;
  private final SandboxFeatures features;

  private WorkerSandbox(SandboxPlan plan, SandboxFeatures features) {
    this.plan = plan;
    this.features = features;
  }

  /**
   * Decides what is enforced.
   *
   * @param backend for the error
   * @throws BackendException if the mode is {@link Sandbox#REQUIRED} and this system lacks what the
   *     plan needs; lists it
   */
  public static WorkerSandbox of(String backend, Sandbox mode, SandboxPlan plan) {
    return of(backend, mode, plan, SandboxFeatures.probe());
  }

  static WorkerSandbox of(
      String backend, Sandbox mode, SandboxPlan plan, SandboxFeatures features) {
    Set<SandboxFeature> missing = features.missingFor(plan);
    if (mode == Sandbox.REQUIRED && !missing.isEmpty()) {
      throw new BackendException(ErrorDetails.of(backend, refusal(missing)));
    }
    return new WorkerSandbox(
        plan, mode == Sandbox.OFF ? new SandboxFeatures(0, Set.of()) : features);
  }

  private static String refusal(Set<SandboxFeature> missing) {
    return "this system cannot enforce the policy and limits of the engine; it lacks %s. %s"
        .formatted(
            missing.stream().map(SandboxFeature::title).collect(Collectors.joining(", ")),
            "Sandbox.BEST_EFFORT goes on without");
  }

  private boolean startsProcesses() {
    return features.has(SandboxFeature.NO_NEW_PRIVILEGES);
  }

  /**
   * Starts a worker under the rules for files, without rights to gain or to use.
   *
   * @param command the program's path and its arguments, all of its environment, its working
   *     folder; where its streams go is not asked
   * @throws IOException if it cannot be started
   */
  public Process start(ProcessBuilder command) throws IOException {
    return startsProcesses()
        ? SandboxedProcess.start(plan, features, command)
        : command.redirectErrorStream(true).start();
  }

  /**
   * Returns a sandbox that allows a worker to use more files.
   *
   * @param changing where it may change files that exist, and neither make nor remove any
   */
  public WorkerSandbox alsoAllowing(List<Path> reading, List<Path> changing) {
    return new WorkerSandbox(plan.alsoReading(reading).alsoChanging(changing), features);
  }

  /** Returns what the worker is to do before it runs anything that is not trusted, if anything. */
  public Optional<LockdownOrder> lockdown() {
    if (!plan.confined() || !features.has(SandboxFeature.SECCOMP)) {
      return Optional.empty();
    }
    boolean landlock = features.has(SandboxFeature.LANDLOCK);
    boolean rootIsHidden = landlock && plan.restrictsFiles() && !allowsRoot();
    return Optional.of(new LockdownOrder(CallRules.of(plan), landlock, rootIsHidden));
  }

  private boolean allowsRoot() {
    Path root = Path.of("/");
    return plan.readable().contains(root) || plan.writable().contains(root);
  }

  /**
   * Limits the memory of a worker that has started and run nothing yet, if the plan says so.
   *
   * @throws IOException if it has ended
   */
  public void limitMemory(Process worker) throws IOException {
    if (plan.memoryBytes() > 0 && features.has(SandboxFeature.RESOURCE_LIMITS)) {
      ProcessLimits.limitMemory(worker.pid(), plan.memoryBytes());
    }
  }
}
