package dev.coachwhip.worker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.BackendException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkerSandboxTest {

  private static final SandboxPlan ANALYSIS =
      SandboxPlan.of(Policy.analysis(), ScriptLimits.none());
  private static final SandboxFeatures ALL =
      new SandboxFeatures(7, EnumSet.allOf(SandboxFeature.class));
  private static final SandboxFeatures NOTHING = new SandboxFeatures(0, Set.of());

  @ParameterizedTest
  @EnumSource(names = {"LANDLOCK", "SECCOMP", "NO_NEW_PRIVILEGES"})
  void of_requiredAndFeatureMissing_refusesAndNamesIt(SandboxFeature feature) {
    assertThatThrownBy(
            () -> WorkerSandbox.of("python", Sandbox.REQUIRED, ANALYSIS, ALL.without(feature)))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("it lacks " + feature.title() + ". Sandbox.BEST_EFFORT");
  }

  @Test
  void of_requiredWithMemoryLimitAndNothingThere_listsAllThatIsMissing() {
    SandboxPlan plan = SandboxPlan.of(Policy.analysis(), ScriptLimits.none().withMaxMemoryBytes(1));

    assertThatThrownBy(() -> WorkerSandbox.of("python", Sandbox.REQUIRED, plan, NOTHING))
        .hasMessageContaining("it lacks Landlock, seccomp, no_new_privs, resource limits.");
  }

  @Test
  void of_bestEffortAndLandlockMissing_filtersSystemCallsAlone() {
    WorkerSandbox sandbox =
        WorkerSandbox.of(
            "python", Sandbox.BEST_EFFORT, ANALYSIS, ALL.without(SandboxFeature.LANDLOCK));

    assertThat(sandbox.lockdown())
        .contains(new LockdownOrder(new CallRules(true, false, false), false, false));
  }

  @Test
  void of_bestEffortAndNothingThere_enforcesNothing() {
    WorkerSandbox sandbox = WorkerSandbox.of("python", Sandbox.BEST_EFFORT, ANALYSIS, NOTHING);

    assertThat(sandbox.lockdown()).isEmpty();
  }

  @Test
  void of_off_enforcesNothing() {
    WorkerSandbox sandbox = WorkerSandbox.of("python", Sandbox.OFF, ANALYSIS, ALL);

    assertThat(sandbox.lockdown()).isEmpty();
  }

  @Test
  void of_openPolicy_needsNothing() {
    SandboxPlan plan = SandboxPlan.of(Policy.open(), ScriptLimits.none());

    WorkerSandbox sandbox = WorkerSandbox.of("python", Sandbox.REQUIRED, plan, NOTHING);

    assertThat(sandbox.lockdown()).isEmpty();
  }

  @Test
  void lockdown_ofPolicyWithPaths_triesTheRootFolderUnlessItMayBeRead() {
    Policy policy = Policy.builder().allowReading(Path.of("/data")).build();
    Policy all = Policy.builder().allowReading(Path.of("/")).build();

    assertThat(lockdown(policy).rootIsHidden()).isTrue();
    assertThat(lockdown(all).rootIsHidden()).isFalse();
  }

  private static LockdownOrder lockdown(Policy policy) {
    SandboxPlan plan = SandboxPlan.of(policy, ScriptLimits.none());
    return WorkerSandbox.of("python", Sandbox.REQUIRED, plan, ALL).lockdown().orElseThrow();
  }

  @Test
  void parse_ofWhatAnOrderWrote_isTheOrder() {
    for (CallRules rules :
        new CallRules[] {
          new CallRules(true, false, false),
          new CallRules(false, false, true),
          new CallRules(false, true, false)
        }) {
      LockdownOrder order = new LockdownOrder(rules, true, false);

      assertThat(LockdownOrder.parse(order.toText())).isEqualTo(order);
    }
  }

  @Test
  void parse_ofUnknownRule_refuses() {
    assertThatThrownBy(() -> LockdownOrder.parse("open,everything;true;true"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LockdownOrder.parse("open"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plan_ofPolicyAboutModulesOnly_leavesTheKernelNothing() {
    Policy policy = Policy.builder().denyModules("os").deny(Operation.EXIT).build();

    assertThat(SandboxPlan.of(policy, ScriptLimits.none()).confined()).isFalse();
  }
}
