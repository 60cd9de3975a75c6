package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.LinuxArchitecture;
import dev.coachwhip.worker.ffi.SystemCall;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What this system offers for a sandbox.
 *
 * @param landlockVersion the version of Landlock's interface, 0 if there is none
 * @param present what is there
 */
public record SandboxFeatures(int landlockVersion, Set<SandboxFeature> present) {

  /** Copies the set. */
  public SandboxFeatures {
    present = Collections.unmodifiableSet(new TreeSet<>(present));
  }

  /** Asks the kernel. Changes nothing. */
  public static SandboxFeatures probe() {
    return LinuxArchitecture.current().isPresent() ? askKernel() : new SandboxFeatures(0, Set.of());
  }

  private static SandboxFeatures askKernel() {
    Set<SandboxFeature> present = EnumSet.noneOf(SandboxFeature.class);
    int landlock = Landlock.version();
    if (landlock > 0) {
      present.add(SandboxFeature.LANDLOCK);
    }
    if (landlock >= Landlock.VERSION_WITH_SCOPES) {
      present.add(SandboxFeature.LANDLOCK_SCOPES);
    }
    if (Seccomp.isAvailable()) {
      present.add(SandboxFeature.SECCOMP);
    }
    if (ProcessControl.knowsNoNewPrivileges()) {
      present.add(SandboxFeature.NO_NEW_PRIVILEGES);
    }
    if (Kernel.call(SystemCall.PRLIMIT64, 0, ResourceLimit.OPEN_FILES.number()) == 0) {
      present.add(SandboxFeature.RESOURCE_LIMITS);
    }
    return new SandboxFeatures(landlock, present);
  }

  /** Tells whether a feature is there. */
  public boolean has(SandboxFeature feature) {
    return present.contains(feature);
  }

  /** Returns these without one: for tests. */
  SandboxFeatures without(SandboxFeature feature) {
    Set<SandboxFeature> fewer = new TreeSet<>(present);
    fewer.remove(feature);
    return new SandboxFeatures(feature == SandboxFeature.LANDLOCK ? 0 : landlockVersion, fewer);
  }

  /** Returns what a plan needs and the system lacks; empty if the plan can be carried out. */
  public Set<SandboxFeature> missingFor(SandboxPlan plan) {
    Set<SandboxFeature> needed = EnumSet.noneOf(SandboxFeature.class);
    if (plan.confined()) {
      // Without the filter, what Landlock does not know would be open: file modes, debuggers.
      needed.add(SandboxFeature.SECCOMP);
      needed.add(SandboxFeature.NO_NEW_PRIVILEGES);
    }
    if (plan.confined() && plan.restrictsFiles()) {
      needed.add(SandboxFeature.LANDLOCK);
    }
    if (plan.memoryBytes() > 0) {
      needed.add(SandboxFeature.RESOURCE_LIMITS);
    }
    needed.removeAll(present);
    return Collections.unmodifiableSet(needed);
  }
}
